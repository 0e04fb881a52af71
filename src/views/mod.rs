//! The page as Yew components, a folder per view id. Props are plain data and callbacks; nothing here touches a browser.

pub mod app;
pub mod element;
pub mod event;
pub mod gap;
pub mod issue;
pub mod lead;
pub mod open;
pub mod pages;
pub mod picture;
pub mod sources;
pub mod timeline;
pub mod words;

pub use app::{App, AppProps};
