//! Which row has an id: hash tables of row numbers. There are 256 of them, chosen by the id's hash, so that one that is full
//! moves a few thousand numbers and not a million at once: no push of a piece of text waits for a great move.

/// How many tables there are.
const SHARDS: usize = 256;

/// Rows by the hash of their id. It holds no text: whoever asks says what the id of a row is.
#[derive(Debug, Default)]
pub(super) struct IdIndex {
    shards: Vec<Shard>,
}

/// An open-addressing table. A slot holds a row's number plus one, or 0 where it is free, and 8 bits of the id's hash, so that
/// a search looks at the text of hardly any other row: in a large table each such look would wait for the memory.
#[derive(Debug, Default)]
struct Shard {
    slots: Vec<u32>,
    used: usize,
}

impl IdIndex {
    /// The row with this id.
    pub(super) fn find<'a>(&self, id: &str, id_of: impl Fn(usize) -> &'a str) -> Option<usize> {
        let hash = hash(id);
        self.shards.get(shard_of(hash))?.find(hash, |row| id_of(row) == id)
    }

    /// The most rows whose number fits into a slot.
    pub(super) const MOST_ROWS: usize = (1 << 24) - 1;

    /// Notes the id of a row that [`Self::find`] does not find; the row's number is below [`Self::MOST_ROWS`].
    pub(super) fn insert<'a>(&mut self, id: &str, row: usize, id_of: impl Fn(usize) -> &'a str) {
        if self.shards.is_empty() {
            self.shards.resize_with(SHARDS, Shard::default);
        }
        let Some(number) = u32::try_from(row + 1).ok().filter(|_| row < Self::MOST_ROWS) else { return };
        let hash = hash(id);
        if let Some(shard) = self.shards.get_mut(shard_of(hash)) {
            shard.make_room(shard_of(hash), id_of);
            shard.put(hash, number);
        }
    }

    /// Bytes held.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        let slots: usize = self.shards.iter().map(|shard| shard.slots.capacity() * size_of::<u32>()).sum();
        slots + self.shards.capacity() * size_of::<Shard>()
    }
}

impl Shard {
    fn find(&self, hash: u32, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        let mut at = place(hash, self.slots.len());
        // A table is never full, so the search ends at a free slot.
        loop {
            let slot = *self.slots.get(at)?;
            let row = (slot >> 8).checked_sub(1)? as usize;
            if slot & 0xff == mark(hash) && is_it(row) {
                return Some(row);
            }
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
    }

    fn put(&mut self, hash: u32, number: u32) {
        let mut at = place(hash, self.slots.len());
        while let Some(slot) = self.slots.get_mut(at) {
            if *slot == 0 {
                *slot = number << 8 | mark(hash);
                self.used += 1;
                return;
            }
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
    }

    /// Doubles where more than its share is used: between three and four fifths, another one for each table, so that not all
    /// of them grow in the same moment.
    fn make_room<'a>(&mut self, number: usize, id_of: impl Fn(usize) -> &'a str) {
        if (self.used + 1) * SHARDS < self.slots.len() * (SHARDS * 3 / 5 + number / 5) {
            return;
        }
        let mut wider = Shard { slots: Vec::new(), used: 0 };
        let size = (self.slots.len() * 2).max(4);
        wider.slots.reserve_exact(size);
        wider.slots.resize(size, 0);
        for number in self.slots.iter().map(|slot| slot >> 8).filter(|number| *number > 0) {
            wider.put(hash(id_of(number as usize - 1)), number);
        }
        *self = wider;
    }
}

/// FNV-1a, its bits mixed once more: ids often differ in their last digits only.
fn hash(id: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in id.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash = (hash ^ hash >> 16).wrapping_mul(0x7feb_352d);
    hash = (hash ^ hash >> 15).wrapping_mul(0x846c_a68b);
    hash ^ hash >> 16
}

fn shard_of(hash: u32) -> usize {
    (hash & 0xff) as usize
}

/// The bits of a hash that stand in the slot.
fn mark(hash: u32) -> u32 {
    (hash >> 8) & 0xff
}

/// Where in a table of this size a search begins: a share of the size, by all bits of the hash but the table's.
fn place(hash: u32, size: usize) -> usize {
    ((u64::from(hash >> 8) * size as u64) >> 24) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let ids: Vec<String> = (0..20_000).map(|number| format!("event-{number}")).collect();
        let id_of = |row: usize| ids[row].as_str();
        let mut index = IdIndex::default();
        assert_eq!(index.find("event-0", id_of), None);
        for (row, id) in ids.iter().enumerate() {
            assert_eq!(index.find(id, id_of), None);
            index.insert(id, row, id_of);
        }
        for (row, id) in ids.iter().enumerate() {
            assert_eq!(index.find(id, id_of), Some(row));
        }
        assert_eq!(index.find("event-20000", id_of), None);
        assert!(index.bytes() < ids.len() * 10 + 20_000, "{}", index.bytes());
    }

    /// Counting, not timing: how far the searches go.
    #[test]
    fn searches_are_short() {
        let ids: Vec<String> = (0..50_000).map(|number| format!("{number:06}")).collect();
        let id_of = |row: usize| ids[row].as_str();
        let mut index = IdIndex::default();
        for (row, id) in ids.iter().enumerate() {
            index.insert(id, row, id_of);
        }
        let looked_at = std::cell::Cell::new(0);
        for id in &ids {
            let counted = |row: usize| {
                looked_at.set(looked_at.get() + 1);
                id_of(row)
            };
            index.find(id, counted);
        }
        assert!(looked_at.get() < 4 * ids.len(), "{}", looked_at.get());
    }
}
