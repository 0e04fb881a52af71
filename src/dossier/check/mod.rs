//! Text to dossier and all its problems.
