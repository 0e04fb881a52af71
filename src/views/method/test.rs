//! The page of the real dossier, and of worse ones.
