//! What the columns of a table are called, and what is meant.

use super::words::spaced;
use super::{Format, is_language};

/// What a field of a record in a foreign file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Id,
    Date,
    End,
    Year,
    Month,
    Day,
    EndYear,
    EndMonth,
    EndDay,
    /// A time of day, which a dossier has no place for.
    Time,
    /// The date in TimelineJS's own words, beside the date.
    DisplayDate,
    Title,
    Summary,
    Kind,
    Lane,
    Level,
    Weight,
    Place,
    Confidence,
    Note,
    Parties,
    /// Ids, addresses or names of sources.
    Sources,
    SourceTitle,
    Publisher,
    Author,
    /// How near a source stands to the event.
    Tier,
    Language,
    /// Whether a source was read, or when.
    Seen,
    /// The address of a source's archived copy.
    Archived,
    /// The news agency whose copy a page carries.
    Agency,
    /// The address of a picture, a film or a page.
    Media,
    /// Where TimelineJS's media leads when it is pressed.
    MediaLink,
    MediaCredit,
    MediaCaption,
    /// `title` or `era` where a row of TimelineJS is no event.
    RowType,
    /// TimelineJS's group or tag, which may be a kind or a lane.
    Group,
    /// Known, and of no use here: colours, thumbnails.
    Decoration,
}

/// The names of own columns, and the obvious other ones.
const OWN: [(Field, &[&str]); 20] = [
    (Field::Id, &["id", "key", "slug", "event id"]),
    (
        Field::Date,
        &["date", "when", "start", "start date", "date start", "from", "begin", "event date", "date from"],
    ),
    (Field::End, &["end", "end date", "date end", "to", "until", "date to"]),
    (Field::Year, &["year"]),
    (Field::Month, &["month"]),
    (Field::Day, &["day"]),
    (Field::Time, &["time", "end time"]),
    (Field::Title, &["title", "headline", "event", "name", "heading", "event title", "event name"]),
    (Field::Summary, &["summary", "text", "description", "details", "body", "what happened", "what"]),
    (Field::Kind, &["kind", "type", "category", "event type"]),
    (Field::Lane, &["lane", "side", "track"]),
    (Field::Level, &["level", "level of meeting"]),
    (Field::Weight, &["weight", "importance", "significance"]),
    (Field::Place, &["place", "location", "where", "city", "venue"]),
    (Field::Confidence, &["confidence", "certainty"]),
    (Field::Note, &["note", "notes", "comment", "comments", "remark", "remarks"]),
    (Field::Parties, &["parties", "party", "actors", "actor", "participants", "who", "countries", "country"]),
    (
        Field::Sources,
        &[
            "sources",
            "source",
            "references",
            "reference",
            "citation",
            "url",
            "link",
            "links",
            "source url",
            "source link",
            "web",
        ],
    ),
    (Field::SourceTitle, &["source title", "source name", "article"]),
    (Field::Publisher, &["publisher", "outlet", "source publisher", "newspaper"]),
];

/// The columns of a table with one source a row.
const SOURCE: [(Field, &[&str]); 12] = [
    (Field::Id, &["id", "key", "slug", "source id"]),
    (Field::Title, &["title", "headline", "name", "source", "source title", "article", "document"]),
    (Field::Publisher, &["publisher", "outlet", "source publisher", "newspaper", "publication"]),
    (Field::Author, &["author", "authors", "by"]),
    (Field::Date, &["date", "published", "publication date", "date published", "published on"]),
    (Field::Sources, &["url", "link", "web", "address", "source url", "source link", "web address"]),
    (Field::Kind, &["kind", "type", "category", "source kind", "source type"]),
    (Field::Tier, &["tier"]),
    (Field::Language, &["lang", "language"]),
    (Field::Seen, &["seen", "read", "accessed", "access date", "date accessed"]),
    (Field::Archived, &["archived url", "archive url", "archived", "archive", "archived copy"]),
    (Field::Agency, &["agency", "news agency"]),
];

/// The columns of TimelineJS's spreadsheet, the present one and the one before it.
const TIMELINE: [(Field, &[&str]); 20] = [
    (Field::Year, &["year"]),
    (Field::Month, &["month"]),
    (Field::Day, &["day"]),
    (Field::Time, &["time", "end time"]),
    (Field::EndYear, &["end year"]),
    (Field::EndMonth, &["end month"]),
    (Field::EndDay, &["end day"]),
    (Field::Date, &["start date"]),
    (Field::End, &["end date"]),
    (Field::DisplayDate, &["display date"]),
    (Field::Title, &["headline"]),
    (Field::Summary, &["text"]),
    (Field::Media, &["media"]),
    (Field::MediaCredit, &["media credit"]),
    (Field::MediaCaption, &["media caption"]),
    (Field::RowType, &["type"]),
    (Field::Group, &["group", "tag"]),
    (Field::Id, &["unique id", "uniqueid"]),
    (Field::Place, &["location"]),
    (Field::Decoration, &["media thumbnail", "alt text", "background"]),
];

/// A field of an own table.
pub fn own(header: &str) -> Option<Field> {
    find(&OWN, header)
}

/// A field of TimelineJS's table.
pub fn timeline(header: &str) -> Option<Field> {
    find(&TIMELINE, header)
}

/// Whether a row of headers is TimelineJS's: a headline, and its way to write dates.
pub fn is_timeline<'t>(headers: impl Iterator<Item = &'t str>) -> bool {
    let fields: Vec<Field> = headers.filter_map(timeline).collect();
    let has = |field| fields.contains(&field);
    has(Field::Title)
        && (has(Field::Year) || has(Field::Date))
        && (has(Field::Media) || has(Field::DisplayDate) || has(Field::RowType) || has(Field::Summary))
}

/// A field of a table of sources.
pub fn source(header: &str) -> Option<Field> {
    find(&SOURCE, header).or_else(|| own(header).filter(|field| *field == Field::Note))
}

/// Whether a row of headers is that of a table of sources: it has two of what only a source has, and nothing of what only an event has. A
/// source has a date too, but only beside a tier is it plain whose that is.
pub fn is_sources<'t>(headers: impl Iterator<Item = &'t str> + Clone) -> bool {
    use Field::{Date, End, Lane, Language, Level, Parties, Publisher, Sources, Summary, Tier, Weight, Year};
    let fields: Vec<Field> = headers.clone().filter_map(source).collect();
    let of_event: Vec<Field> = headers.filter_map(own).collect();
    let has = |field: &&Field| fields.contains(field);
    [Publisher, Tier, Language, Sources].iter().filter(has).count() > 1
        && ![Summary, Lane, Level, Parties, Weight, End].iter().any(|field| of_event.contains(field))
        && (has(&&Tier) || ![Date, Year].iter().any(|field| of_event.contains(field)))
}

/// A field of a table and the language that its column has it in, as `daylight export` names the columns of texts in further languages:
/// `title.ko`. Only texts have one.
pub fn translation(header: &str, format: Format) -> Option<(Field, String)> {
    use Field::{Author, Note, Place, Publisher, Summary, Title};
    let (name, tag) = header.trim().trim_matches('"').rsplit_once('.')?;
    let field = if format == Format::SourceSheet { source(name)? } else { own(name)? };
    let has_language = match format {
        Format::SourceSheet => [Title, Publisher, Author, Note].contains(&field),
        Format::Spreadsheet => [Title, Summary, Place, Note].contains(&field),
        _ => false,
    };
    (has_language && is_language(tag)).then(|| (field, tag.to_owned()))
}

/// A field's own name in a format.
pub fn name(field: Field, format: Format) -> &'static str {
    let names: &[(Field, &[&str])] = match format {
        Format::TimelineSheet => &TIMELINE,
        Format::SourceSheet => &SOURCE,
        _ => &OWN,
    };
    let names = names.iter().chain(&OWN).find(|(known, _)| *known == field);
    names.and_then(|(_, names)| names.first()).copied().unwrap_or_default()
}

fn find(names: &[(Field, &[&str])], header: &str) -> Option<Field> {
    let plain = spaced(header);
    names.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_whatever_their_case_and_signs() {
        assert_eq!(own("Start_Date "), Some(Field::Date));
        assert_eq!(own("SOURCE URL"), Some(Field::Sources));
        assert_eq!(own("colour"), None);
        assert_eq!(timeline("Media Thumbnail"), Some(Field::Decoration));
        let are_sources = |names: &str| is_sources(names.split(", "));
        assert!(
            are_sources("Title, Publisher, URL, Kind, Tier, Lang") && are_sources("Date, Title, Link, Tier")
        );
        assert!(!are_sources("Date, Title, Publisher, URL") && !are_sources("Title, URL"));
        assert!(
            !are_sources("Title, Summary, Publisher, URL") && !are_sources("Title, Lane, Publisher, URL")
        );
        assert!(is_timeline(["Year", "Month", "Day", "Headline", "Text", "Media"].into_iter()));
        assert!(is_timeline(["Start Date", "End Date", "Headline", "Text"].into_iter()));
        assert!(!is_timeline(["Start Date", "Title", "Text"].into_iter()));
    }
}
