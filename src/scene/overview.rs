//! The density overview's picture: side a's acts up, side b's down, everybody's around the middle.

use super::mark::{Mark, num};
use crate::layout::overview::{COLUMN, Density};

/// Draws the columns in a strip of this height. Classes: `density side-a`, `density side-b`, `density side-both`.
pub fn overview(columns: &[Density], height: f64) -> Vec<Mark> {
    let middle = height / 2.0;
    let room = middle - 2.0;
    // Whole bars in one path each: three elements, however long the axis is.
    let (mut a, mut b, mut others) = (String::new(), String::new(), String::new());
    for column in columns {
        let x = column.x + 0.5;
        bar(&mut others, x, middle - column.others * room, middle + column.others * room);
        bar(&mut a, x, middle - column.a * room, middle);
        bar(&mut b, x, middle, middle + column.b * room);
    }
    let paths = [("density side-both", others), ("density side-a", a), ("density side-b", b)];
    paths.into_iter().filter_map(|(class, d)| Mark::in_one(class, d)).collect()
}

fn bar(d: &mut String, x: f64, top: f64, bottom: f64) {
    if bottom - top < 0.05 {
        return;
    }
    d.push_str(&format!("M{} {}V{}h{}V{}", num(x), num(bottom), num(top), num(COLUMN - 1.0), num(bottom)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_drawn_in_their_directions() {
        let columns = [
            Density { x: 8.0, a: 1.0, b: 0.0, others: 0.0 },
            Density { x: 12.0, a: 0.0, b: 0.5, others: 0.0 },
        ];
        assert_eq!(
            overview(&columns, 24.0),
            [
                Mark::Path { class: "density side-a", d: "M8.5 12V2h3V12".to_owned() },
                Mark::Path { class: "density side-b", d: "M12.5 17V12h3V17".to_owned() },
            ]
        );
        assert!(overview(&[], 24.0).is_empty());
    }
}
