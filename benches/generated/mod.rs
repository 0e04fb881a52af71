//! The events that `bench/lib/gen.mjs` draws, in Rust: the same draws from the same seed, so that what is measured here and
//! in the browser is the same. Integers of 32 bits throughout.

use daylight::dossier::date::{Day, Edtf};
use daylight::dossier::model::{Event, EventKind, Lane};
use daylight::dossier::text::Text;

const SEED: u32 = 0x0da7_1197;
const WORDS: [&str; 61] = [
    "summit",
    "talks",
    "accord",
    "letter",
    "visit",
    "test",
    "launch",
    "drill",
    "pause",
    "review",
    "panel",
    "envoy",
    "border",
    "port",
    "bridge",
    "relief",
    "grain",
    "fuel",
    "radio",
    "signal",
    "notice",
    "reply",
    "offer",
    "demand",
    "freeze",
    "thaw",
    "warning",
    "pledge",
    "census",
    "harvest",
    "flood",
    "storm",
    "trial",
    "parade",
    "speech",
    "broadcast",
    "petition",
    "treaty",
    "ceasefire",
    "inspection",
    "site",
    "reactor",
    "satellite",
    "exercise",
    "sanction",
    "waiver",
    "family",
    "reunion",
    "exchange",
    "delegation",
    "committee",
    "council",
    "resolution",
    "statement",
    "report",
    "survey",
    "ledger",
    "archive",
    "museum",
    "anthem",
    "election",
];
const LANES: [Lane; 4] = [Lane::A, Lane::B, Lane::Both, Lane::Other];
const KINDS: [EventKind; 8] = [
    EventKind::Summit,
    EventKind::Talks,
    EventKind::Agreement,
    EventKind::Statement,
    EventKind::MissileTest,
    EventKind::Sanctions,
    EventKind::Exercise,
    EventKind::Humanitarian,
];

/// Mulberry32.
struct Lot(u32);

impl Lot {
    fn draw(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let mut t = (self.0 ^ (self.0 >> 15)).wrapping_mul(1 | self.0);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(61 | t)) ^ t;
        t ^ (t >> 14)
    }

    /// One of `0..of`.
    fn below(&mut self, of: u32) -> u32 {
        self.draw() % of
    }

    fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as u32) as usize]
    }
}

/// The first `count` events, in order of drawing.
pub fn events(count: usize) -> Vec<Event> {
    let mut lot = Lot(SEED);
    let start = Day::from_ymd(1945, 1, 1).unwrap();
    let days = Day::from_ymd(2031, 1, 1).unwrap().since(start) as u32;
    let bursts: Vec<u32> = (0..40).map(|_| lot.below(days)).collect();
    let events: Vec<Event> = (0..count).map(|at| event(&mut lot, at, start, days, &bursts)).collect();
    // Said by the generator in JavaScript: {"day":17633,"len":0,"i":0,…} 1993-04-12
    let told = events.first().map(|first| (first.date.first(), first.title.get("en")));
    let expected = (Day::from_ymd(1993, 4, 12).unwrap(), "Reply statement delegation committee summit envoy");
    assert!(told.is_none_or(|told| told == expected), "not the events of bench/lib/gen.mjs");
    events
}

fn event(lot: &mut Lot, at: usize, start: Day, days: u32, bursts: &[u32]) -> Event {
    let day = if lot.below(10) < 6 {
        let day = lot.one(bursts) + lot.below(201);
        day.saturating_sub(lot.below(201)).min(days - 1)
    } else {
        lot.below(days)
    };
    let length = match lot.below(50) {
        0 => 100 + lot.below(1900),
        1..10 => 1 + lot.below(90),
        _ => 0,
    };
    let words: Vec<&str> = (0..3 + lot.below(4)).map(|_| lot.one(&WORDS)).collect();
    let weight = match lot.below(20) {
        0 => 3,
        1..6 => 2,
        _ => 1,
    };
    let lane = lot.one(&LANES);
    let kind = lot.one(&KINDS);
    let first = start.plus(day as i32);
    let date = match length {
        0 => Edtf::day(first),
        _ => {
            let (from, to) = (written(first), written(first.plus(length as i32)));
            Edtf::parse(&format!("{from}/{to}")).unwrap()
        }
    };
    let mut title = words.join(" ");
    title[..1].make_ascii_uppercase();
    Event {
        id: format!("e{at}"),
        date,
        title: Text::Plain(title),
        summary: Text::Plain(String::new()),
        kind,
        parties: Vec::new(),
        lane,
        level: None,
        place: None,
        weight,
        readings: Vec::new(),
        sources: Vec::new(),
        confidence: None,
        note: None,
        audited: None,
    }
}

fn written(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}-{month:02}-{day:02}")
}
