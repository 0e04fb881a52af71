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

/// The same for one of several siblings, known among them by a key.
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
    ) -> Rc<(O, T)> {
        let known = self.get(place).and_then(|kept| kept.downcast::<(O, T)>().ok());
        if let Some(known) = known.filter(|known| known.0 == of) {
            return known;
        }
        let made = make(&of);
        let made = Rc::new((of, made));
        self.put(place, made.clone());
        made
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

/// In the old style, for hooks weigh ten kilobytes in the page.
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
