//! The headers that a site asks its host for, in the file `_headers` that the build puts into it: for each path the lines below those that
//! it fits, `*` at the end of one standing for anything.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;

/// For each line with a path what stands below it.
struct Rules(Vec<(String, Vec<(HeaderName, HeaderValue)>)>);

impl Rules {
    /// Reads such a file; a line that is none of a header or a path is passed over, as hosts do.
    fn read(text: &str) -> Rules {
        let mut rules: Vec<(String, Vec<_>)> = Vec::new();
        for line in text.lines() {
            if line.starts_with('/') {
                rules.push((line.trim_end().to_owned(), Vec::new()));
            } else if let (Some((name, value)), Some((_, headers))) = (line.split_once(':'), rules.last_mut())
                && let (Ok(name), Ok(value)) = (name.trim().parse(), value.trim().parse())
            {
                headers.push((name, value));
            }
        }
        Rules(rules)
    }

    /// The headers of a path.
    fn of(&self, path: &str) -> impl Iterator<Item = &(HeaderName, HeaderValue)> {
        let fits =
            move |rule: &str| rule.strip_suffix('*').map_or(path == rule, |start| path.starts_with(start));
        self.0.iter().filter(move |(rule, _)| fits(rule)).flat_map(|(_, headers)| headers)
    }
}

/// Sends with each answer what the text of a `_headers` file says.
pub fn with(router: Router, text: &str) -> Router {
    let rules = Arc::new(Rules::read(text));
    router.layer(from_fn(move |request: Request, next: Next| {
        let rules = Arc::clone(&rules);
        async move {
            let path = request.uri().path().to_owned();
            let mut response = next.run(request).await;
            dress(&mut response, &path, &rules);
            response
        }
    }))
}

fn dress(response: &mut Response, path: &str, rules: &Rules) {
    let there = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    for (name, value) in rules.of(path) {
        // What is not there may be there tomorrow.
        if there || *name != header::CACHE_CONTROL {
            response.headers_mut().insert(name, value.clone());
        }
    }
    // No list of types has it, and bytes of no type are only saved.
    if there && path.ends_with(".bib") {
        let text = HeaderValue::from_static("text/plain; charset=utf-8");
        response.headers_mut().insert(header::CONTENT_TYPE, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::site::HEADERS;

    #[test]
    fn each_path_has_the_headers_of_the_lines_that_it_fits() {
        let rules = Rules::read(
            "# a: b\n/*\n  X-A: 1\n  Not a header\n\n/boot-*\n  Cache-Control: year\n/one\n  X-B: http://x\n",
        );
        let of = |path: &str| {
            let told = rules.of(path).map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
            told.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(of("/"), "x-a: 1");
        assert_eq!(of("/boot-8927213cde.js"), "x-a: 1, cache-control: year");
        assert_eq!(of("/one"), "x-a: 1, x-b: http://x");
        assert_eq!(of("/one/"), "x-a: 1");
    }

    #[test]
    fn our_own_are_read_whole() {
        let rules = Rules::read(HEADERS);
        let lines = HEADERS.lines().filter(|line| line.starts_with("  ")).count();
        assert_eq!(rules.0.iter().map(|(_, headers)| headers.len()).sum::<usize>(), lines);
        assert!(rules.of("/").any(|(name, _)| *name == header::CONTENT_SECURITY_POLICY));
    }
}
