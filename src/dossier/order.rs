//! Sorting by a number. The standard library's sort is compiled anew for every type and key, a few kilobytes of wasm each; here
//! one sort of numbers serves them all.

/// The items in order of their keys; equal keys keep their order.
pub fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    let order = in_order(items.iter().map(key).collect());
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| slots.get_mut(index)?.take()).collect()
}

/// The places of the keys in ascending order.
fn in_order(keys: Vec<i64>) -> Vec<usize> {
    let mut numbered: Vec<(i64, usize)> = keys.into_iter().zip(0..).collect();
    numbered.sort_unstable();
    numbered.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sorted;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in prop::collection::vec((0i64..9, any::<u8>()), 0..40)) {
            let mut theirs = items.clone();
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(sorted(items, |(key, _)| *key), theirs);
        }
    }
}
