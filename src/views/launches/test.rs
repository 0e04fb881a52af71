//! The section of the real dossier, and of worse ones.

use super::launches;
