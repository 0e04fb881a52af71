//! The languages of a site. The first of a dossier's stands at the site's root, each other one in a folder of its own; both are whole
//! sites of a dossier in one language, so a reader of one loads nothing of another.

use serde_json::{Map, Value};

use crate::dossier::Dossier;
use crate::dossier::text::TRANSLATION;
use crate::messages::Locale;

/// A language that a site is written in.
#[derive(Debug)]
pub struct Written {
    /// The language of the interface.
    pub locale: Locale,
    /// Its folder below the site's root, with a slash at its end; empty for the first.
    pub folder: String,
    /// The dossier in this language alone.
    pub dossier: Dossier,
}

/// Another language, as seen from the root of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its language.
    pub locale: Locale,
    /// What leads from this language's root to that one's.
    pub way: String,
    /// Its folder below the site's root.
    pub folder: String,
}

/// Those of a dossier's languages that the interface speaks, each once: the first, which is English where it speaks none, and the others.
pub fn spoken(dossier: &Dossier) -> (Locale, Vec<Locale>) {
    let mut all = dossier.meta.languages.iter().filter_map(|tag| Locale::of_tag(tag));
    let first = all.next().unwrap_or(Locale::En);
    let mut others: Vec<Locale> = Vec::new();
    for locale in all {
        if locale != first && !others.contains(&locale) {
            others.push(locale);
        }
    }
    (first, others)
}

/// The languages of a dossier that the interface speaks, the dossier's first one first. A dossier of which it speaks none is written with
/// an English interface.
///
/// # Errors
/// What the JSON writer says.
pub fn written(dossier: &Dossier) -> serde_json::Result<Vec<Written>> {
    let (first, others) = spoken(dossier);
    let only = dossier.meta.languages.len() < 2;
    let one = |(place, locale): (usize, Locale)| {
        let folder = if place == 0 { String::new() } else { format!("{}/", locale.tag()) };
        // By the dossier's own name for it, which may have a region.
        let own = dossier.meta.languages.iter().find(|tag| Locale::of_tag(tag) == Some(locale));
        let tag = own.map_or(locale.tag(), String::as_str);
        let dossier = if only { dossier.clone() } else { told_in(dossier, tag)? };
        Ok(Written { locale, folder, dossier })
    };
    std::iter::once(first).chain(others).enumerate().map(one).collect()
}

/// The others of a list, as seen from the root of one.
pub fn others(all: &[Written], one: &Written) -> Vec<Other> {
    let up = if one.folder.is_empty() { "" } else { "../" };
    all.iter()
        .filter(|other| other.locale != one.locale)
        .map(|other| Other {
            locale: other.locale,
            way: format!("{up}{}", other.folder),
            folder: other.folder.clone(),
        })
        .collect()
}

/// A dossier in one of its languages: of each text what it says in that language, or in the first one where it says nothing. What stands in
/// one language only, such as quotations, stays and says which that is.
///
/// # Errors
/// What the JSON writer says.
pub fn told_in(dossier: &Dossier, tag: &str) -> serde_json::Result<Dossier> {
    let languages = dossier.meta.languages.clone();
    let mut value = serde_json::to_value(dossier)?;
    one_language(&mut value, &languages, tag);
    let mut dossier: Dossier = serde_json::from_value(value)?;
    dossier.meta.languages = vec![tag.to_owned()];
    Ok(dossier)
}

fn one_language(value: &mut Value, languages: &[String], tag: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| one_language(item, languages, tag)),
        Value::Object(fields) => {
            if is_text(fields, languages) {
                let said = languages.iter().find_map(|language| fields.get(language));
                let said = fields.get(tag).or(said).cloned();
                *value = said.unwrap_or_default();
                return;
            }
            let first = languages.first().map_or(tag, String::as_str);
            say_language(fields, languages, first, tag);
            // A translation is for readers of its language alone; a plain one is in the first.
            let is_theirs = match fields.get(TRANSLATION) {
                Some(Value::Object(texts)) => !is_text(texts, languages) || texts.contains_key(tag),
                Some(Value::String(_)) => first == tag,
                _ => true,
            };
            if !is_theirs {
                fields.remove(TRANSLATION);
            }
            fields.values_mut().for_each(|field| one_language(field, languages, tag));
        }
        _ => {}
    }
}

/// Exact words that are told in another language than the page's say which that is.
fn say_language(fields: &mut Map<String, Value>, languages: &[String], first: &str, tag: &str) {
    let told = match fields.get(if is_quote(fields) { "text" } else { "operative_words" }) {
        Some(Value::Object(texts)) if texts.contains_key(tag) => tag,
        Some(Value::Object(texts)) => {
            languages.iter().find(|language| texts.contains_key(*language)).map_or(first, String::as_str)
        }
        Some(Value::String(_)) if !fields.contains_key("lang") => first,
        _ => return,
    };
    if told == tag {
        fields.remove("lang");
    } else {
        fields.insert("lang".to_owned(), told.into());
    }
}

/// Whether this is a text in several languages: nothing else in a dossier has the declared languages for its only keys.
fn is_text(fields: &Map<String, Value>, languages: &[String]) -> bool {
    !fields.is_empty() && fields.iter().all(|(key, said)| languages.contains(key) && said.is_string())
}

/// Whether this is somebody's exact words.
fn is_quote(fields: &Map<String, Value>) -> bool {
    ["text", "by", "on", "source"].iter().all(|field| fields.contains_key(*field))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> Dossier {
        serde_json::from_value(serde_json::json!({
            "meta": {
                "id": "x", "title": {"en": "Talks", "ko": "회담"}, "dek": "Plain", "languages": ["en", "ko"],
                "span": {"from": "2018-01-01", "to": "2018-12-31", "focus": "2018"},
                "default_as_of": "2018-06-01", "content_licence": "CC BY 4.0"
            },
            "parties": [], "presets": [], "sources": [], "issues": [], "documents": [], "terms": [], "estimates": [],
            "commitments": [], "processes": [],
            "events": [{
                "id": "a", "date": "2018-06-12", "title": {"en": "They meet", "ko": "만나다"}, "summary": "", "kind": "talks",
                "parties": [], "lane": "both", "weight": 3, "sources": [],
                "readings": [{
                    "party": "x", "text": {"en": "Good", "ko": "좋다"}, "sources": [],
                    "quote": {
                        "text": "Very good", "by": {"en": "She", "ko": "그"}, "on": "2018-06-12", "source": "s",
                        "translation": {"ko": "아주 좋다"}
                    }
                }]
            }]
        }))
        .unwrap()
    }

    #[test]
    fn languages_are_spoken_each_once_and_english_where_none_is() {
        let told = |tags: &[&str]| {
            let mut dossier = two();
            dossier.meta.languages = tags.iter().map(|tag| (*tag).to_owned()).collect();
            spoken(&dossier)
        };
        assert_eq!(told(&["fr", "ko-KR", "en", "ko", "en-GB"]), (Locale::Ko, vec![Locale::En]));
        assert_eq!(told(&["en"]), (Locale::En, vec![]));
        assert_eq!([told(&["fr"]), told(&[])], [(Locale::En, vec![]), (Locale::En, vec![])]);
    }

    #[test]
    fn each_language_is_a_dossier_of_its_own() {
        let all = written(&two()).unwrap();
        assert_eq!(all.iter().map(|one| one.folder.as_str()).collect::<Vec<_>>(), ["", "ko/"]);
        let [english, korean] = all.as_slice() else { panic!("two languages") };
        assert_eq!(english.dossier.meta.title.get("ko"), "Talks");
        assert_eq!(korean.dossier.meta.title.get("en"), "회담");
        assert_eq!(korean.dossier.meta.languages, ["ko"]);
        let quote = |told: &Dossier| told.events[0].readings[0].quote.clone().unwrap();
        assert_eq!(quote(&korean.dossier).translation.unwrap().get("ko"), "아주 좋다");
        assert_eq!(quote(&english.dossier).translation, None);
        // What is not said in a language is said in the first.
        assert_eq!(korean.dossier.meta.dek.get("ko"), "Plain");
        let quote = |one: &Written| one.dossier.events[0].readings[0].quote.clone().unwrap();
        assert_eq!((quote(english).lang, quote(english).by.get("en").to_owned()), (None, "She".to_owned()));
        // Exact words stay, and their language is told where it is no longer the dossier's first.
        assert_eq!((quote(korean).lang.as_deref(), quote(korean).text.get("ko")), (Some("en"), "Very good"));
        assert_eq!(quote(korean).by.get("ko"), "그");
    }

    #[test]
    fn one_language_leads_to_the_other() {
        let all = written(&two()).unwrap();
        let ways = |at: usize| others(&all, &all[at]).into_iter().map(|other| other.way).collect::<Vec<_>>();
        assert_eq!((ways(0), ways(1)), (vec!["ko/".to_owned()], vec!["../".to_owned()]));
    }

    /// A quotation of the dossier, told in a language: its words, their language, its translation.
    fn quotation(quote: serde_json::Value, tag: &str) -> (String, Option<String>, Option<String>) {
        let mut value = serde_json::to_value(two()).unwrap();
        value["events"][0]["readings"][0]["quote"] = quote;
        let told = told_in(&serde_json::from_value(value).unwrap(), tag).unwrap();
        let quote = told.events[0].readings[0].quote.clone().unwrap();
        let translation = quote.translation.map(|text| text.get(tag).to_owned());
        (quote.text.get(tag).to_owned(), quote.lang, translation)
    }

    #[test]
    fn exact_words_say_their_language_and_a_translation_is_for_its_own() {
        let quote = |more: serde_json::Value| {
            let mut quote = serde_json::json!({"by": "She", "on": "2018", "source": "s"});
            quote.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            quote
        };
        let own = |text: &str| text.to_owned();
        // In the second language, translated to the first.
        let korean = quote(serde_json::json!({"text": "안녕", "lang": "ko", "translation": "Hello"}));
        assert_eq!(quotation(korean.clone(), "en"), (own("안녕"), Some(own("ko")), Some(own("Hello"))));
        assert_eq!(quotation(korean, "ko"), (own("안녕"), Some(own("ko")), None));
        // By language, without the first one.
        let by_language = quote(serde_json::json!({"text": {"ko": "안녕"}}));
        assert_eq!(quotation(by_language.clone(), "en"), (own("안녕"), Some(own("ko")), None));
        assert_eq!(quotation(by_language, "ko"), (own("안녕"), None, None));
    }

    #[test]
    fn a_language_may_have_a_region() {
        let mut value = serde_json::to_value(two()).unwrap();
        let text = value.to_string().replace("\"ko\"", "\"ko-KR\"");
        value = serde_json::from_str(&text).unwrap();
        let all = written(&serde_json::from_value(value).unwrap()).unwrap();
        assert_eq!(all[1].folder, "ko/");
        assert_eq!(all[1].dossier.meta.title.get("ko"), "회담");
    }

    #[test]
    fn a_dossier_in_one_language_stays_as_it_is() {
        let dossier = crate::analysis::fixture::us_dprk();
        let all = written(&dossier).unwrap();
        assert_eq!((all.len(), &all[0].dossier), (1, &dossier));
    }
}
