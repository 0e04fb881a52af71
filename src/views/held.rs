//! What is drawn again only where what it shows has changed. One component of Yew's for all of it, since each weighs some kilobytes in
//! the page's program: what is shown says by its type how it is drawn, and by `==` whether it is still the same.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// Something that is drawn from what it holds and nothing else.
pub trait Draw: PartialEq + 'static {
    /// Its markup. `memory` is kept from one drawing to the next, as long as the element stays.
    fn draw(&self, memory: &Memory) -> Html;
}

/// Shows it, and leaves what is on the page alone while it stays equal.
pub fn held<D: Draw>(what: D) -> Html {
    hold(Rc::new(what), None)
}

/// A part that is drawn again only where it changed, among siblings that are known by their keys.
pub fn held_by<D: Draw>(key: impl Into<Key>, what: D) -> Html {
    hold(Rc::new(what), Some(key.into()))
}

#[inline(never)]
fn hold(what: Rc<dyn Shown>, key: Option<Key>) -> Html {
    VComp::new::<Held>(Rc::new(HeldProps { what }), key).into()
}

/// Results that are dear to compute, each with what it was computed from.
#[derive(Debug, Default)]
pub struct Memory(RefCell<[Option<Rc<dyn Any>>; 2]>);

impl Memory {
    /// What `make` gives for `of`: kept in a place (0 or 1) until it is asked for something else there.
    pub fn keep<O: PartialEq + 'static, T: 'static>(
        &self,
        place: usize,
        of: O,
        make: impl FnOnce(&O) -> T,
    ) -> Kept<O, T> {
        let known = self.get(place).and_then(|kept| kept.downcast::<(O, T)>().ok());
        if let Some(known) = known.filter(|known| known.0 == of) {
            return Kept(known);
        }
        let made = make(&of);
        let made = Rc::new((of, made));
        self.put(place, made.clone());
        Kept(made)
    }

    fn get(&self, place: usize) -> Option<Rc<dyn Any>> {
        self.0.try_borrow().ok()?.get(place)?.clone()
    }

    fn put(&self, place: usize, made: Rc<dyn Any>) {
        if let Ok(mut places) = self.0.try_borrow_mut()
            && let Some(kept) = places.get_mut(place)
        {
            *kept = Some(made);
        }
    }
}

/// A result that was kept, read as itself. (One allocation with what it was computed from: two would weigh more in the page.)
#[derive(Debug)]
pub struct Kept<O, T>(Rc<(O, T)>);

impl<O, T> std::ops::Deref for Kept<O, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.1
    }
}

/// Whatever is shown, its type forgotten.
trait Shown {
    fn is(&self, other: &dyn Shown) -> bool;
    fn html(&self, memory: &Memory) -> Html;
    fn any(&self) -> &dyn Any;
}

impl<D: Draw> Shown for D {
    fn is(&self, other: &dyn Shown) -> bool {
        other.any().downcast_ref::<D>().is_some_and(|other| self == other)
    }

    fn html(&self, memory: &Memory) -> Html {
        self.draw(memory)
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties)]
struct HeldProps {
    what: Rc<dyn Shown>,
}

impl PartialEq for HeldProps {
    fn eq(&self, other: &HeldProps) -> bool {
        self.what.is(&*other.what)
    }
}

/// In Yew's older form, for hooks weigh some seven kilobytes in the page.
struct Held(Memory);

impl Component for Held {
    type Message = ();
    type Properties = HeldProps;

    fn create(_context: &Context<Self>) -> Held {
        Held(Memory::default())
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().what.html(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[derive(PartialEq)]
    struct Number(i32);

    #[derive(PartialEq)]
    struct Other(i32);

    impl Draw for Number {
        fn draw(&self, _memory: &Memory) -> Html {
            Html::default()
        }
    }

    impl Draw for Other {
        fn draw(&self, _memory: &Memory) -> Html {
            Html::default()
        }
    }

    #[test]
    fn what_is_equal_and_of_one_kind_is_the_same() {
        let props = |what: Rc<dyn Shown>| HeldProps { what };
        assert!(props(Rc::new(Number(1))) == props(Rc::new(Number(1))));
        assert!(props(Rc::new(Number(1))) != props(Rc::new(Number(2))));
        assert!(props(Rc::new(Number(1))) != props(Rc::new(Other(1))));
    }

    #[test]
    fn a_result_is_kept_until_it_is_asked_for_something_else() {
        let (memory, made) = (Memory::default(), Cell::new(0));
        let double = |place: usize, of: i32| {
            let kept = memory.keep(place, of, |of| {
                made.set(made.get() + 1);
                of * 2
            });
            (*kept, made.get())
        };
        assert_eq!(
            [double(0, 4), double(0, 4), double(1, 5), double(0, 4)],
            [(8, 1), (8, 1), (10, 2), (8, 2)]
        );
        assert_eq!([double(0, 6), double(0, 4)], [(12, 3), (8, 4)]);
        // Another kind of thing in the same place, and a place that there is not.
        assert_eq!(*memory.keep(0, "four", |text| text.len()), 4);
        assert_eq!((double(0, 4), double(7, 1), double(7, 1)), ((8, 5), (2, 6), (2, 7)));
    }
}
