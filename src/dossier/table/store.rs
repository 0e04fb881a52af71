//! A table in memory. Nothing in it is ever moved once it is large: the text grows by pieces of a megabyte, the columns by
//! blocks of rows, so that a browser's wasm, whose memory never shrinks, needs no more of it than the table itself.

use super::super::date::{Day, Edtf};
use super::super::model::{Event, EventKind, Lane};
use super::columns::{self, Column};
use super::ids::IdIndex;
use super::row::Row;

/// Between two kept columns of a row. No text of a table holds it: the reader refuses it.
pub(super) const SEPARATOR: char = '\u{1f}';
/// Behind the last.
pub(super) const END: char = '\u{1e}';

/// Bytes of a piece of text. A row never stands in two pieces.
const PIECE: usize = 1 << PIECE_BITS;
const PIECE_BITS: u32 = 20;
/// The most pieces that a place of 32 bits can tell apart.
const MOST_PIECES: usize = 1 << (32 - PIECE_BITS);
/// Rows of a block.
const BLOCK: usize = 1 << 15;

/// Many events.
#[derive(Debug, Default)]
pub struct EventTable {
    text: Vec<String>,
    blocks: Vec<Block>,
    ids: IdIndex,
    len: usize,
}

/// The columns of some rows.
#[derive(Debug, Default)]
struct Block {
    /// Where the text begins: the piece, and the byte in it.
    place: Vec<u32>,
    first: Vec<Day>,
    last: Vec<Day>,
    /// Kind, lane and weight.
    packed: Vec<u8>,
}

/// An event as it goes into the table.
pub(super) struct NewRow<'r> {
    pub date: Edtf,
    pub kind: EventKind,
    pub lane: Lane,
    pub weight: u8,
    /// The kept columns, in their order.
    pub kept: [&'r str; Column::KEPT.len()],
}

impl EventTable {
    /// How many events there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The event at a place in the table.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        let text = self.text_of(index)?;
        let (id, rest) = text.split_once(SEPARATOR)?;
        let title = rest.split(SEPARATOR).next().unwrap_or("");
        Some(Row {
            id,
            title,
            first: self.first(index),
            last: self.last(index),
            kind: self.kind(index),
            lane: self.lane(index),
            weight: self.weight(index),
            text,
        })
    }

    /// The whole record of an event.
    pub fn event(&self, index: usize) -> Option<Event> {
        self.row(index).map(|row| row.event())
    }

    /// Where in the table the event with this id stands.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.ids.find(id, |row| id_at(&self.text, &self.blocks, row))
    }

    /// The first day an event can mean; `Day::MIN` for an open or unknown start, and where the table has no such row.
    pub fn first(&self, index: usize) -> Day {
        self.block(index).and_then(|block| block.first.get(index % BLOCK)).copied().unwrap_or(Day::MIN)
    }

    /// The last day it can mean; `Day::MAX` for an open or unknown end.
    pub fn last(&self, index: usize) -> Day {
        self.block(index).and_then(|block| block.last.get(index % BLOCK)).copied().unwrap_or(Day::MAX)
    }

    /// What sort of event it is.
    pub fn kind(&self, index: usize) -> EventKind {
        columns::kind_of(self.packed(index))
    }

    /// Where it is drawn.
    pub fn lane(&self, index: usize) -> Lane {
        columns::lane_of(self.packed(index))
    }

    /// 3 everyone knows it, 2 important, 1 detail.
    pub fn weight(&self, index: usize) -> u8 {
        columns::weight_of(self.packed(index))
    }

    /// Bytes held: text, columns and ids.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        let text: usize = self.text.iter().map(String::capacity).sum();
        let columns: usize = self.blocks.iter().map(Block::bytes).sum();
        text + columns + self.ids.bytes()
    }

    /// Adds an event; the row whose id it has, where one has it already. `Err` where the table can hold no more.
    pub(super) fn add(&mut self, row: &NewRow<'_>) -> Result<Option<usize>, Full> {
        let [id, ..] = row.kept;
        if let Some(earlier) = self.position(id) {
            return Ok(Some(earlier));
        }
        if self.len == IdIndex::MOST_ROWS {
            return Err(Full);
        }
        let place = self.write(&row.kept)?;
        if self.blocks.last().is_none_or(|block| block.place.len() == BLOCK) {
            self.blocks.push(Block::after(self.len));
        }
        let Some(block) = self.blocks.last_mut() else { return Err(Full) };
        block.place.push(place);
        block.first.push(row.date.first());
        block.last.push(row.date.last());
        block.packed.push(columns::pack(row.kind, row.lane, row.weight));
        let (text, blocks) = (&self.text, &self.blocks);
        self.ids.insert(id, self.len, |row| id_at(text, blocks, row));
        self.len += 1;
        Ok(None)
    }

    /// Appends a row's text; where it begins.
    fn write(&mut self, kept: &[&str]) -> Result<u32, Full> {
        // What is empty at the end is left out.
        let used = kept.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
        let kept = kept.get(..used.max(2)).unwrap_or(kept);
        let length = kept.iter().map(|field| field.len() + 1).sum::<usize>();
        if self.text.last().is_none_or(|piece| piece.len() + length > PIECE) {
            if self.text.len() == MOST_PIECES {
                return Err(Full);
            }
            // The first one grows, so that a small table stays small.
            self.text.push(if self.text.is_empty() { String::new() } else { String::with_capacity(PIECE) });
        }
        let number = self.text.len() - 1;
        let Some(piece) = self.text.last_mut() else { return Err(Full) };
        let place = u32::try_from(number << PIECE_BITS | piece.len()).map_err(|_| Full)?;
        for (at, field) in kept.iter().enumerate() {
            if at > 0 {
                piece.push(SEPARATOR);
            }
            piece.push_str(field);
        }
        piece.push(END);
        Ok(place)
    }

    fn block(&self, index: usize) -> Option<&Block> {
        self.blocks.get(index / BLOCK)
    }

    fn packed(&self, index: usize) -> u8 {
        self.block(index).and_then(|block| block.packed.get(index % BLOCK)).copied().unwrap_or(0)
    }

    fn text_of(&self, index: usize) -> Option<&str> {
        let rest = text_from(&self.text, &self.blocks, index)?;
        rest.split(END).next()
    }
}

/// The table can hold no more text.
pub(super) struct Full;

impl Block {
    /// The block that begins at a row. The first one grows, so that a small table stays small.
    fn after(row: usize) -> Block {
        let room = if row == 0 { 0 } else { BLOCK };
        Block {
            place: Vec::with_capacity(room),
            first: Vec::with_capacity(room),
            last: Vec::with_capacity(room),
            packed: Vec::with_capacity(room),
        }
    }

    #[cfg(test)]
    fn bytes(&self) -> usize {
        let numbers = self.place.capacity() + self.first.capacity() + self.last.capacity();
        numbers * size_of::<u32>() + self.packed.capacity()
    }
}

/// The text from a row's beginning on.
fn text_from<'t>(text: &'t [String], blocks: &[Block], index: usize) -> Option<&'t str> {
    let place = *blocks.get(index / BLOCK)?.place.get(index % BLOCK)? as usize;
    text.get(place >> PIECE_BITS)?.get(place % PIECE..)
}

/// The id of a row.
fn id_at<'t>(text: &'t [String], blocks: &[Block], index: usize) -> &'t str {
    text_from(text, blocks, index).and_then(|text| text.split(SEPARATOR).next()).unwrap_or("")
}
