//! `docs/tutorial.md`, done as it is written: its files saved, its commands typed, their output compared, and the page at its end
//! opened.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::browse_folder;

/// A fenced block of the page.
struct Block {
    /// The words behind the opening fence.
    info: String,
    text: String,
    /// Its line in the page.
    line: usize,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open = false;
    for (at, line) in page.lines().enumerate() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(info) => {
                open = true;
                found.push(Block { info: info.to_owned(), text: String::new(), line: at + 1 });
            }
            None if open => {
                let block = found.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            None => {}
        }
    }
    assert!(!open, "a block of the tutorial does not end");
    found
}

/// Whether a command said what the page shows; a line of three dots stands for any lines.
fn said(shown: &str, output: &str) -> bool {
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let (shown, output) = (lines(shown.trim()), lines(output.trim()));
    let mut at = 0;
    let mut anywhere = false;
    for line in &shown {
        if line == "..." {
            anywhere = true;
            continue;
        }
        let rest = &output[at.min(output.len())..];
        let Some(place) = (if anywhere {
            rest.iter().position(|said| said == line)
        } else {
            rest.first().filter(|said| *said == line).map(|_| 0)
        }) else {
            return false;
        };
        at += place + 1;
        anywhere = false;
    }
    anywhere || at == output.len()
}

/// A folder with the command in it that the reader has installed: our own build, which finds the app where Trunk left it.
fn installed(folder: &Path) -> PathBuf {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).unwrap();
    let root = env!("CARGO_MANIFEST_DIR");
    let script = format!(
        "#!/bin/sh\nword=$1; shift\ncase $word in build) set -- --app '{root}/target/app' \"$@\";; esac\nexec '{}' \"$word\" \"$@\"\n",
        env!("CARGO_BIN_EXE_daylight")
    );
    let command = bin.join("daylight");
    fs::write(&command, script).unwrap();
    fs::set_permissions(&command, fs::Permissions::from_mode(0o755)).unwrap();
    bin
}

/// Does what the page says, in this folder. Blocks `by-hand` are for a reader only: they install, or run until they are stopped.
fn follow(page: &str, folder: &Path) {
    let bin = installed(folder);
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let mut last: Option<String> = None;
    for block in blocks(page) {
        let words: Vec<&str> = block.info.split_whitespace().collect();
        match words.as_slice() {
            ["sh", "by-hand"] => last = None,
            ["sh", exits @ ..] => {
                let shell = Command::new("sh")
                    .args(["-ec", &format!("exec 2>&1\n{}", block.text)])
                    .current_dir(folder)
                    .env("PATH", &path)
                    .env("NO_COLOR", "1")
                    .output()
                    .unwrap();
                let output = String::from_utf8(shell.stdout).unwrap();
                let code = if exits.is_empty() { 0 } else { exits.last().unwrap().parse().unwrap() };
                assert_eq!(shell.status.code(), Some(code), "docs/tutorial.md:{}: {output}", block.line);
                last = Some(output);
            }
            ["text"] => {
                let output = last.take().expect("output of a command");
                assert!(
                    said(&block.text, &output),
                    "docs/tutorial.md:{} shows\n{}\nand it says\n{output}",
                    block.line,
                    block.text
                );
            }
            [_, name] => fs::write(folder.join(name), &block.text).unwrap(),
            _ => panic!("docs/tutorial.md:{}: what is a block of `{}`?", block.line, block.info),
        }
    }
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn it_leads_from_an_empty_folder_to_an_embedded_view() {
    let folder = std::env::temp_dir().join(format!("daylight-tutorial-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    follow(include_str!("../../docs/tutorial.md"), &folder);
    browse_folder(&folder, async |page| {
        page.open("/blog.html").await;
        page.until(
            "the view has its height",
            "document.querySelector('daylight-embed')?.frame?.clientHeight > 300",
        )
        .await;
        page.enter("document.querySelector('daylight-embed').frame").await;
        page.ready().await;
        assert!(page.text("#issue-sailings").await.contains("Night sailings"));
        page.leave().await;
        page.open("/site/").await;
        page.ready().await;
        // Four rungs asked, one or two offered.
        assert!(page.text("#lead").await.contains("apart on 1 of 1 issue"));
        assert!(page.text("#lead").await.contains("2\u{2013}3 of 4 rungs apart"));
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn output_is_compared_line_by_line_and_dots_stand_for_any() {
    assert!(said("a\nb\n", "a\nb\n"));
    assert!(said("a\n...\nc\n", "a\nb1\nb2\nc\n"));
    assert!(said("a\n...\n", "a\nb\n"));
    assert!(!said("a\nc\n", "a\nb\nc\n"));
    assert!(!said("a\n", "a\nb\n"));
    assert!(!said("a\nb\n", "a\n"));
}
