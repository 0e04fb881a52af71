//! Which parts of a picture are taken, as a bitmap of small cells: asking and marking cost the pixels concerned, never
//! the number of things placed before.

use super::Rect;

/// The side of a cell in pixels.
const CELL: f64 = 2.0;

/// A bitmap over a picture; what lies outside of it counts as taken.
#[derive(Clone, Debug)]
pub(super) struct Occupancy {
    width: f64,
    height: f64,
    words_per_row: usize,
    rows: usize,
    bits: Vec<u64>,
}

impl Occupancy {
    /// An empty bitmap over `width` x `height` pixels.
    pub fn new(width: f64, height: f64) -> Occupancy {
        let columns = (width / CELL).ceil().max(0.0).min(20_000.0) as usize;
        let rows = (height / CELL).ceil().max(0.0).min(20_000.0) as usize;
        let words_per_row = columns.div_ceil(64);
        Occupancy { width, height, words_per_row, rows, bits: vec![0; words_per_row * rows] }
    }

    /// Whether any of the rectangle is taken or outside.
    pub fn is_taken(&self, rect: &Rect) -> bool {
        let inside =
            rect.left >= 0.0 && rect.top >= 0.0 && rect.right <= self.width && rect.bottom <= self.height;
        !inside || self.touches(rect)
    }

    /// Whether any of the rectangle's part inside the picture is taken.
    pub fn touches(&self, rect: &Rect) -> bool {
        let Some(cells) = self.cells(rect) else { return false };
        let words = cells.first / 64..=(cells.last - 1) / 64;
        (cells.top..cells.bottom).any(|row| {
            let start = row * self.words_per_row;
            let words = words.clone();
            words
                .into_iter()
                .any(|word| self.bits.get(start + word).is_some_and(|bits| bits & cells.mask(word) != 0))
        })
    }

    /// Takes the rectangle's part inside the picture.
    pub fn take(&mut self, rect: &Rect) {
        self.change(rect, |bits, mask| *bits |= mask);
    }

    /// Gives the rectangle back.
    pub fn free(&mut self, rect: &Rect) {
        self.change(rect, |bits, mask| *bits &= !mask);
    }

    fn change(&mut self, rect: &Rect, change: impl Fn(&mut u64, u64)) {
        let Some(cells) = self.cells(rect) else { return };
        for row in cells.top..cells.bottom {
            for word in cells.first / 64..=(cells.last - 1) / 64 {
                if let Some(bits) = self.bits.get_mut(row * self.words_per_row + word) {
                    change(bits, cells.mask(word));
                }
            }
        }
    }

    /// The cells of the rectangle's part inside the picture; `None` where there is none.
    fn cells(&self, rect: &Rect) -> Option<Cells> {
        // A hair inside, so that rectangles that share an edge share no cell.
        let cell = |pixel: f64| (pixel / CELL).max(0.0);
        let cells = Cells {
            first: (cell(rect.left) + 1e-6).floor() as usize,
            last: ((cell(rect.right) - 1e-6).ceil() as usize).min(self.words_per_row * 64),
            top: (cell(rect.top) + 1e-6).floor() as usize,
            bottom: ((cell(rect.bottom) - 1e-6).ceil() as usize).min(self.rows),
        };
        (cells.first < cells.last && cells.top < cells.bottom).then_some(cells)
    }
}

/// A rectangle of cells: columns `first..last`, rows `top..bottom`, neither empty.
struct Cells {
    first: usize,
    last: usize,
    top: usize,
    bottom: usize,
}

impl Cells {
    /// Its columns in the given word of a row, as bits.
    fn mask(&self, word: usize) -> u64 {
        let from = self.first.saturating_sub(word * 64).min(63);
        let to = (self.last - word * 64).min(64);
        (u64::MAX << from) & (u64::MAX >> (64 - to))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rect(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect { left, top, right, bottom }
    }

    #[test]
    fn edges_may_touch_on_whole_cells() {
        let mut map = Occupancy::new(300.0, 100.0);
        map.take(&rect(10.0, 10.0, 200.0, 30.0));
        assert!(map.is_taken(&rect(150.0, 20.0, 160.0, 22.0)));
        assert!(!map.is_taken(&rect(200.0, 10.0, 260.0, 30.0)));
        assert!(!map.is_taken(&rect(10.0, 30.0, 200.0, 40.0)));
        assert!(map.is_taken(&rect(290.0, 0.0, 301.0, 10.0)), "outside");
        map.free(&rect(10.0, 10.0, 200.0, 30.0));
        assert!(!map.is_taken(&rect(0.0, 0.0, 300.0, 100.0)));
    }

    proptest! {
        #[test]
        fn what_meets_is_taken(a in prop::array::uniform4(0.0..400.0f64), b in prop::array::uniform4(0.0..400.0f64)) {
            let of = |[x, y, w, h]: [f64; 4]| rect(x, y, x + w + 1.0, y + h + 1.0);
            let mut map = Occupancy::new(900.0, 900.0);
            map.take(&of(a));
            prop_assert!(!of(a).meets(&of(b)) || map.is_taken(&of(b)));
        }

        #[test]
        fn nothing_panics(a in prop::array::uniform4(prop::num::f64::ANY), w in prop::num::f64::ANY, h in prop::num::f64::ANY) {
            let mut map = Occupancy::new(w.min(3e3), h.min(3e3));
            map.take(&rect(a[0], a[1], a[2], a[3]));
            map.is_taken(&rect(a[1], a[2], a[3], a[0]));
        }
    }
}
