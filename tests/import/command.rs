//! `daylight import` as an author types it.
