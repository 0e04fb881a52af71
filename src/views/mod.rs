//! The page as functions of Yew, a folder per view id; components are only the app and what is held (`held.rs`). Props are plain data and callbacks; nothing here touches a browser.

pub mod app;
pub mod argument;
pub mod as_of_bar;
pub mod clock;
pub mod date_field;
pub mod dated;
pub mod drawn;
pub mod element;
pub mod event;
pub mod foreign;
#[cfg(feature = "fragment")]
pub mod fragment;
pub mod gap;
pub mod held;
pub mod issue;
pub mod launches;
pub mod lead;
pub mod meetings;
pub mod method;
pub mod on_screen;
pub mod open;
pub mod pages;
pub mod picture;
pub mod promises;
pub mod quotation;
pub mod readings;
pub mod record;
pub mod share;
pub mod sources;
#[cfg(any(feature = "studio", feature = "native"))]
pub mod studio;
pub mod take;
pub mod timeline;
pub mod words;

pub use app::{App, AppProps};
