//! The text of one file, as the checker takes it.

use super::code::Code;
use super::diagnostic::Diagnostic;

/// No file of a dossier may be larger; a reader's telephone has to load it all.
pub const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;

/// One file of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, as problems name it.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl SourceFile {
    /// A file from its bytes. Bytes that are no UTF-8 give a problem with its place, and the readable rest as text, so
    /// that a report can show it.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> (SourceFile, Option<Diagnostic>) {
        let name = name.into();
        match String::from_utf8(bytes) {
            Ok(text) => (SourceFile { name, text }, None),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let file = SourceFile { name, text };
                let problem = not_utf8(&file, valid, error.as_bytes());
                (file, Some(problem))
            }
        }
    }

    /// Whether the file brings the texts of one language (`ko.texts.json`).
    pub fn is_language_file(&self) -> bool {
        self.name.ends_with(".texts.json")
    }
}

/// The first `valid` bytes of the lossy text are those of the file, so the offset is the same in both.
fn not_utf8(file: &SourceFile, valid: usize, bytes: &[u8]) -> Diagnostic {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let message = if utf16 {
        "the file is UTF-16, not UTF-8".to_owned()
    } else {
        format!("the file is not UTF-8: byte {valid} belongs to no character")
    };
    Diagnostic::at_offset(
        file,
        valid..valid + char::REPLACEMENT_CHARACTER.len_utf8(),
        Code::NotUtf8,
        message,
        "save the file as UTF-8".to_owned(),
    )
}
