//! A scene as a standalone SVG file.

use super::mark::{Anchor, Mark, Scene, num};

/// Writes a scene as an SVG document that needs nothing else; `style` is the style sheet it carries.
pub fn svg(scene: &Scene, style: &str) -> String {
    let (width, height) = (num(scene.width), num(scene.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n"
    );
    element(&mut out, "title", &scene.title);
    element(&mut out, "desc", &scene.description);
    if !style.is_empty() {
        element(&mut out, "style", style);
    }
    for mark in &scene.marks {
        write(&mut out, mark);
    }
    out.push_str("</svg>\n");
    out
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push_str(&format!("<{name}>"));
    escape(out, text);
    out.push_str(&format!("</{name}>\n"));
}

/// Escapes for text and for attributes in double quotes; characters that XML does not have are left out.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}

fn open(out: &mut String, name: &str, class: &str) {
    out.push('<');
    out.push_str(name);
    out.push_str(" class=\"");
    escape(out, class);
    out.push('"');
}

fn numbers(out: &mut String, attributes: &[(&str, f64)]) {
    for (name, value) in attributes {
        out.push_str(&format!(" {name}=\"{}\"", num(*value)));
    }
}

fn write(out: &mut String, mark: &Mark) {
    match mark {
        Mark::Group(group) => {
            open(out, "g", &group.class);
            if let Some((x, y)) = group.at {
                out.push_str(&format!(" transform=\"translate({} {})\"", num(x), num(y)));
            }
            out.push_str(">\n");
            if let Some(label) = &group.label {
                element(out, "title", label);
            }
            for mark in &group.marks {
                write(out, mark);
            }
            out.push_str("</g>\n");
            return;
        }
        Mark::Line { class, x1, y1, x2, y2 } => {
            open(out, "line", class);
            numbers(out, &[("x1", *x1), ("y1", *y1), ("x2", *x2), ("y2", *y2)]);
        }
        Mark::Rect { class, x, y, width, height, radius } => {
            open(out, "rect", class);
            numbers(out, &[("x", *x), ("y", *y), ("width", *width), ("height", *height)]);
            if *radius > 0.0 {
                numbers(out, &[("rx", *radius)]);
            }
        }
        Mark::Circle { class, cx, cy, r } => {
            open(out, "circle", class);
            numbers(out, &[("cx", *cx), ("cy", *cy), ("r", *r)]);
        }
        Mark::Path { class, d } => {
            open(out, "path", class);
            out.push_str(" d=\"");
            escape(out, d);
            out.push('"');
        }
        Mark::Text { class, x, y, anchor, text } => {
            open(out, "text", class);
            numbers(out, &[("x", *x), ("y", *y)]);
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
                Anchor::End => out.push_str(" text-anchor=\"end\""),
            }
            out.push('>');
            escape(out, text);
            out.push_str("</text>\n");
            return;
        }
    }
    out.push_str("/>\n");
}

#[cfg(test)]
mod tests {
    use super::super::mark::{Group, Target};
    use super::*;

    #[test]
    fn what_a_dossier_says_is_never_markup() {
        let text = "<script>alert(\"&\")</script>\u{0}\u{1b}".to_owned();
        let scene = Scene {
            width: 10.0,
            height: f64::NAN,
            title: text.clone(),
            description: text.clone(),
            marks: vec![Mark::Group(Group {
                class: text.clone(),
                key: text.clone(),
                at: None,
                target: Some(Target::Event(text.clone())),
                label: Some(text.clone()),
                marks: vec![
                    Mark::Text { class: "label", x: 1.25, y: 2.0, anchor: Anchor::End, text: text.clone() },
                    Mark::Path { class: "x", d: text.clone() },
                ],
            })],
        };
        let svg = svg(&scene, "a > b { content: \"<\" }");
        assert_eq!(svg.matches("<script").count(), 0, "{svg}");
        assert!(!svg.contains(['\u{0}', '\u{1b}']));
        assert!(
            svg.contains("height=\"0\"") && svg.contains("x=\"1.3\"") && svg.contains("text-anchor=\"end\"")
        );
        assert_eq!(svg.matches("&lt;script&gt;alert(&quot;&amp;&quot;)").count(), 6);
    }
}
