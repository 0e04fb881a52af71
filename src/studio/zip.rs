//! Archives of files, as every system packs them: written without compression, read as they come.

/// The most bytes that are unpacked in all: a dossier's files are far below it.
const MOST: usize = 64_000_000;

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, folders before it with `/`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why an archive cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// It is none, or cut off.
    #[error("this is not a zip archive, or a part of it is missing")]
    NotZip,
    /// It is locked, or packed in a way that few programs read.
    #[error("the archive is locked by a password or packed in an unusual way")]
    Unusual,
    /// It unpacks to far more than a dossier.
    #[error("the archive unpacks to more than 64 MB")]
    TooLarge,
    /// What is unpacked is not what was packed.
    #[error("the archive is damaged")]
    Damaged,
}

/// The check sum of a file in an archive.
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

fn small(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn large(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

/// Packs files. The same files give the same bytes: they all carry the first day that archives know.
pub fn write(files: &[File]) -> Vec<u8> {
    /// Names are UTF-8; nothing is compressed; 1 January 1980.
    const COMMON: [u8; 10] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for file in files {
        let at = out.len();
        let sum = crc32(&file.bytes).to_le_bytes();
        let sizes = [large(file.bytes.len()), large(file.bytes.len())].concat();
        let names = [small(file.name.len()), small(0)].concat();
        let about = [&COMMON[..], &sum, &sizes, &names].concat();
        out.extend([b"PK\x03\x04", &about[..], file.name.as_bytes(), &file.bytes].concat());
        directory
            .extend([b"PK\x01\x02\x14\x00", &about[..], &[0; 10], &large(at), file.name.as_bytes()].concat());
    }
    let end = [small(0), small(0), small(files.len()), small(files.len())].concat();
    let (start, length) = (large(out.len()), large(directory.len()));
    out.extend(directory);
    out.extend([b"PK\x05\x06", &end[..], &length, &start, &small(0)].concat());
    out
}

/// Unpacks the files of an archive, in its order; folders by themselves are left out.
///
/// # Errors
/// Why it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<File>, ZipError> {
    let end = bytes.windows(4).rposition(|four| four == b"PK\x05\x06").ok_or(ZipError::NotZip)?;
    let count = two(bytes, end + 10)?;
    let mut at = four(bytes, end + 16)?;
    let (mut files, mut left) = (Vec::new(), MOST);
    for _ in 0..count {
        if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
            return Err(ZipError::NotZip);
        }
        let [name_length, extra, comment] =
            [two(bytes, at + 28)?, two(bytes, at + 30)?, two(bytes, at + 32)?];
        let name = bytes.get(at + 46..at + 46 + name_length).ok_or(ZipError::NotZip)?;
        let name = String::from_utf8_lossy(name).replace('\\', "/");
        if !name.ends_with('/') {
            let file = unpack(bytes, at, left)?;
            left -= file.len();
            files.push(File { name, bytes: file });
        }
        at += 46 + name_length + extra + comment;
    }
    Ok(files)
}

fn unpack(bytes: &[u8], at: usize, left: usize) -> Result<Vec<u8>, ZipError> {
    let (flags, method) = (two(bytes, at + 8)?, two(bytes, at + 10)?);
    let sum = four(bytes, at + 16)?;
    let (packed, plain) = (four(bytes, at + 20)?, four(bytes, at + 24)?);
    let local = four(bytes, at + 42)?;
    let start = local + 30 + two(bytes, local + 26)? + two(bytes, local + 28)?;
    let packed = bytes.get(start..start.saturating_add(packed)).ok_or(ZipError::NotZip)?;
    if plain > left {
        return Err(ZipError::TooLarge);
    }
    let file = match (flags & 1, method) {
        (0, 0) => packed.to_vec(),
        (0, 8) => miniz_oxide::inflate::decompress_to_vec_with_limit(packed, plain)
            .map_err(|_| ZipError::Damaged)?,
        _ => return Err(ZipError::Unusual),
    };
    if file.len() != plain || crc32(&file) as usize != sum {
        return Err(ZipError::Damaged);
    }
    Ok(file)
}

fn two(bytes: &[u8], at: usize) -> Result<usize, ZipError> {
    let two =
        bytes.get(at..at.saturating_add(2)).and_then(|two| two.try_into().ok()).ok_or(ZipError::NotZip)?;
    Ok(usize::from(u16::from_le_bytes(two)))
}

fn four(bytes: &[u8], at: usize) -> Result<usize, ZipError> {
    let four =
        bytes.get(at..at.saturating_add(4)).and_then(|four| four.try_into().ok()).ok_or(ZipError::NotZip)?;
    Ok(u32::from_le_bytes(four) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `printf 'hello hello hello hello\n' > a.txt; zip a.zip a.txt`, by Info-ZIP: compressed, with extra fields.
    fn packed_elsewhere() -> Vec<u8> {
        let text = "hello ".repeat(50).into_bytes();
        let deflated = miniz_oxide::deflate::compress_to_vec(&text, 6);
        let mut archive = write(&[File { name: "a/b.json".to_owned(), bytes: deflated.clone() }]);
        let directory = archive.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        archive[directory + 10] = 8;
        archive[directory + 16..directory + 20].copy_from_slice(&crc32(&text).to_le_bytes());
        archive[directory + 24..directory + 28].copy_from_slice(&large(text.len()));
        archive
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let files = [
            File { name: "x/meta.json".to_owned(), bytes: b"{}".to_vec() },
            File { name: "x/\u{d55c}.json".to_owned(), bytes: Vec::new() },
        ];
        assert_eq!(read(&write(&files)).unwrap(), files);
        assert_eq!(read(&packed_elsewhere()).unwrap()[0].bytes, "hello ".repeat(50).into_bytes());
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn what_is_no_archive_says_so() {
        assert_eq!(read(b"not a zip"), Err(ZipError::NotZip));
        let mut damaged = write(&[File { name: "a".to_owned(), bytes: b"abc".to_vec() }]);
        damaged[31] ^= 1;
        assert_eq!(read(&damaged), Err(ZipError::Damaged));
        let mut bomb = packed_elsewhere();
        let directory = bomb.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        bomb[directory + 24..directory + 28].copy_from_slice(&large(MOST + 1));
        assert_eq!(read(&bomb), Err(ZipError::TooLarge));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0usize..200) {
            let _ = read(&bytes);
            let mut archive = packed_elsewhere();
            for (place, byte) in bytes.iter().take(3).enumerate() {
                let length = archive.len();
                archive[(at + place * 7) % length] = *byte;
            }
            let _ = read(&archive);
        }
    }
}
