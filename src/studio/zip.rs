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

    /// `zip -r - talks | cat`, by Info-ZIP 3.0: a folder by itself, a compressed file, an empty object under a Korean name that no flag says is UTF-8;
    /// extra fields of different lengths here and in the directory, and sums and sizes behind what they are of, since a pipe has no way back.
    const BY_INFO_ZIP: &str = "\
        504b03040a00000000000048cc4c00000000000000000000000006001c0074616c6b732f5554090003908b1f5b5ea4096b75\
        780b000104000000000400000000504b03041400080008000048cc4c00000000000000000300000011001c0074616c6b732f\
        ed9a8ceb8bb42e6a736f6e5554090003908b1f5b5ea4096b75780b000104000000000400000000abaee50200504b070806b0\
        a1dd0500000003000000504b03041400080008000048cc4c00000000000000007f00000011001c0074616c6b732f6576656e\
        74732e6a736f6e5554090003908b1f5b5ea4096b75780b000104000000000400000000ab564a2d4bcd2b2956b25288ae56ca\
        4c01d210115d03a55a1d055421434c21234c21634c21134c2153a5dad85a2e00504b07081fe8ed4b2f0000007f000000504b\
        01021e030a00000000000048cc4c000000000000000000000000060018000000000000001000ed410000000074616c6b732f\
        5554050003908b1f5b75780b000104000000000400000000504b01021e031400080008000048cc4c06b0a1dd050000000300\
        0000110018000000000001000000a4814000000074616c6b732fed9a8ceb8bb42e6a736f6e5554050003908b1f5b75780b00\
        0104000000000400000000504b01021e031400080008000048cc4c1fe8ed4b2f0000007f0000001100180000000000010000\
        00a481a000000074616c6b732f6576656e74732e6a736f6e5554050003908b1f5b75780b000104000000000400000000504b\
        05060000000003000300fa0000002a0100000000";

    fn by_info_zip() -> Vec<u8> {
        let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        BY_INFO_ZIP.as_bytes().chunks(2).map(pair).collect()
    }

    /// One of ours, made to hold a compressed file.
    fn compressed() -> Vec<u8> {
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
        assert_eq!(read(&compressed()).unwrap()[0].bytes, "hello ".repeat(50).into_bytes());
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn what_another_program_packed_is_unpacked() {
        let archive = by_info_zip();
        let files = read(&archive).unwrap();
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["talks/\u{d68c}\u{b2f4}.json", "talks/events.json"]);
        assert_eq!(files[0].bytes, b"{}\n");
        let ids: Vec<String> = (0..6).map(|number| format!("{{\"id\": \"event-{number}\"}}")).collect();
        assert_eq!(
            String::from_utf8_lossy(&files[1].bytes),
            format!("{{\"events\": [{}]}}\n", ids.join(", "))
        );
        // But for the length of a comment at the very end, of which there is none.
        for length in 0..archive.len() - 2 {
            assert!(read(&archive[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn what_is_no_archive_says_so() {
        assert_eq!(read(b"not a zip"), Err(ZipError::NotZip));
        let mut damaged = write(&[File { name: "a".to_owned(), bytes: b"abc".to_vec() }]);
        damaged[31] ^= 1;
        assert_eq!(read(&damaged), Err(ZipError::Damaged));
        let mut bomb = compressed();
        let directory = bomb.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        bomb[directory + 24..directory + 28].copy_from_slice(&large(MOST + 1));
        assert_eq!(read(&bomb), Err(ZipError::TooLarge));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0usize..200) {
            let _ = read(&bytes);
            for mut archive in [compressed(), by_info_zip()] {
                for (place, byte) in bytes.iter().take(3).enumerate() {
                    let length = archive.len();
                    archive[(at + place * 7) % length] = *byte;
                }
                let _ = read(&archive);
            }
        }
    }
}
