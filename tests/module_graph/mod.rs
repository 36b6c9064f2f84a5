//! Which file of a crate names which other one, read from its `use` declarations and paths, and whether that goes round
//! in a circle.
//!
//! A name that a module hands on from one of its own children (`pub use card::Card`) counts as the child's, for whoever
//! uses it. Handing on alone is no import.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The files that each file names, each with one path by which it does.
type Imports = BTreeMap<String, BTreeMap<String, String>>;

/// A module, in a file of its own or in that of another.
#[derive(Default)]
struct Module {
    file: String,
    children: BTreeSet<String>,
    /// What `use` brings in, by the name that it has here.
    imported: BTreeMap<String, Vec<String>>,
    mentions: Vec<Mention>,
}

/// A path as it is written.
struct Mention {
    segments: Vec<String>,
    /// Whether others may use it from here.
    is_handed_on: bool,
}

/// The modules of a crate, by path from its root.
pub struct Crate {
    modules: BTreeMap<Vec<String>, Module>,
}

impl Crate {
    /// Reads a crate from its root, such as `src/lib.rs`, without the modules below `skipped`. `read` returns the text of
    /// a file, where there is one.
    pub fn read(root: &str, skipped: &[&str], read: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut all = Self {
            modules: BTreeMap::new(),
        };
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        all.add_file(Vec::new(), root, folder, skipped, read);
        all
    }

    /// How many files it has.
    pub fn files(&self) -> usize {
        let files: BTreeSet<&str> = self.modules.values().map(|m| m.file.as_str()).collect();
        files.len()
    }

    /// A circle of files, or of folders at the top, in words; `None` where there is none.
    pub fn circle(&self) -> Option<String> {
        let files = self.imports(|path| self.modules[path].file.clone());
        let folders = self.imports(|path| path.first().cloned().unwrap_or_default());
        circle(&files).or_else(|| circle(&folders))
    }

    /// `folder` is where the files of the module's children lie.
    fn add_file(
        &mut self,
        path: Vec<String>,
        file: &str,
        folder: &str,
        skipped: &[&str],
        read: &dyn Fn(&str) -> Option<String>,
    ) {
        let text = read(file).unwrap_or_else(|| panic!("{file} cannot be read"));
        let tokens: TokenStream = text
            .parse()
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        self.add_module(path.clone(), file, tokens);
        let inline: Vec<Vec<String>> = self.modules.keys().cloned().collect();
        for child in self.modules[&path].children.clone() {
            let path = [&path[..], std::slice::from_ref(&child)].concat();
            if inline.contains(&path) || skipped.contains(&child.as_str()) {
                continue;
            }
            let below = format!("{folder}/{child}");
            let nested = format!("{below}/mod.rs");
            let file = if read(&nested).is_some() {
                nested
            } else {
                format!("{below}.rs")
            };
            self.add_file(path, &file, &below, skipped, read);
        }
    }

    fn add_module(&mut self, path: Vec<String>, file: &str, tokens: TokenStream) {
        let mut module = Module {
            file: file.to_owned(),
            ..Module::default()
        };
        self.walk(&path, &mut module, tokens);
        self.modules.insert(path, module);
    }

    fn walk(&mut self, path: &[String], module: &mut Module, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        let mut is_public = false;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(word) if word == "mod" => {
                    if let Some(TokenTree::Ident(name)) = tokens.get(at + 1) {
                        let name = name.to_string();
                        module.children.insert(name.clone());
                        if let Some(TokenTree::Group(body)) = tokens.get(at + 2) {
                            let path = [path, &[name]].concat();
                            self.add_module(path, &module.file.clone(), body.stream());
                        }
                    }
                    at += 3;
                }
                TokenTree::Ident(word) if word == "use" => {
                    let end = (at..tokens.len())
                        .find(|place| is_punct(&tokens[*place], ';'))
                        .unwrap_or(tokens.len());
                    add_use(module, &[], &tokens[at + 1..end], is_public);
                    at = end + 1;
                }
                TokenTree::Ident(word) => {
                    is_public = word == "pub";
                    let (segments, next) = path_at(&tokens, at);
                    let is_method = at > 0 && is_punct(&tokens[at - 1], '.');
                    if segments.len() > 1 && !is_method {
                        module.mentions.push(Mention {
                            segments,
                            is_handed_on: false,
                        });
                    }
                    at = next;
                    continue;
                }
                // `pub(super)` is as public as `pub`.
                TokenTree::Group(group)
                    if is_public && group.delimiter() == Delimiter::Parenthesis =>
                {
                    at += 1;
                    continue;
                }
                TokenTree::Group(group) => {
                    self.walk(path, module, group.stream());
                    at += 1;
                }
                _ => at += 1,
            }
            is_public = false;
        }
    }

    /// Which file, or whatever else `place` makes of a module's path, names which other one.
    fn imports(&self, place: impl Fn(&Vec<String>) -> String) -> Imports {
        let mut imports = Imports::new();
        for (path, module) in &self.modules {
            for mention in &module.mentions {
                let Some(target) = self.resolve(path, &mention.segments, 0) else {
                    continue;
                };
                let (from, to) = (place(path), place(&target));
                let to_child = target.len() > path.len() && target.starts_with(path);
                if from != to && !to.is_empty() && !(mention.is_handed_on && to_child) {
                    let told = mention.segments.join("::");
                    imports.entry(from).or_default().entry(to).or_insert(told);
                }
            }
        }
        imports
    }

    /// The module that has what a path in another one names; `None` where it is of another crate or of the module itself.
    fn resolve(&self, from: &[String], segments: &[String], depth: usize) -> Option<Vec<String>> {
        let mut at = from.to_vec();
        for (place, segment) in segments.iter().enumerate() {
            match segment.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => drop(at.pop()),
                name => {
                    let module = self.modules.get(&at)?;
                    if module.children.contains(name) {
                        at.push(name.to_owned());
                    } else if place == 0 {
                        return None;
                    } else if let Some(target) = module.imported.get(name)
                        && target.len() > 1
                        && depth < 8
                    {
                        return self.resolve(&at, target, depth + 1);
                    } else {
                        return Some(at);
                    }
                }
            }
        }
        // A module that is left out, or stands in no file that was read.
        self.modules.contains_key(&at).then_some(at)
    }
}

/// Notes what a `use` brings in, behind the segments before it.
fn add_use(module: &mut Module, before: &[String], tokens: &[TokenTree], is_handed_on: bool) {
    let (segments, next) = path_at(tokens, 0);
    let mut segments = [before, &segments[..]].concat();
    match tokens.get(next) {
        Some(TokenTree::Group(group)) => {
            let within: Vec<TokenTree> = group.stream().into_iter().collect();
            for part in within.split(|token| is_punct(token, ',')) {
                if !part.is_empty() {
                    add_use(module, &segments, part, is_handed_on);
                }
            }
            return;
        }
        Some(TokenTree::Ident(word)) if word == "as" => {
            if let Some(TokenTree::Ident(name)) = tokens.get(next + 1) {
                module.imported.insert(name.to_string(), segments.clone());
            }
        }
        _ => {
            if segments.last().is_some_and(|last| last == "self") && segments.len() > 1 {
                segments.pop();
            }
            if let Some(name) = segments.last().cloned() {
                module.imported.insert(name, segments.clone());
            }
        }
    }
    module.mentions.push(Mention {
        segments,
        is_handed_on,
    });
}

/// The path that begins at a token, and where what follows it begins, behind `::` where that does not end in a name.
fn path_at(tokens: &[TokenTree], mut at: usize) -> (Vec<String>, usize) {
    let mut segments = Vec::new();
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        segments.push(name.to_string());
        at += 1;
        let goes_on = |place: usize| tokens.get(place).is_some_and(|token| is_punct(token, ':'));
        if !(goes_on(at) && goes_on(at + 1)) {
            break;
        }
        at += 2;
    }
    (segments, at)
}

fn is_punct(token: &TokenTree, c: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == c)
}

/// A circle in words: who names whom, and how.
fn circle(imports: &Imports) -> Option<String> {
    let mut done = BTreeSet::new();
    let circle = imports
        .keys()
        .find_map(|start| circle_from(start, imports, &mut Vec::new(), &mut done))?;
    let next = circle.iter().cycle().skip(1);
    let lines = circle
        .iter()
        .zip(next)
        .map(|(from, to)| format!("{from} names {to}, by {}", imports[*from][*to]));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

fn circle_from<'a>(
    from: &'a String,
    imports: &'a Imports,
    way: &mut Vec<&'a String>,
    done: &mut BTreeSet<&'a String>,
) -> Option<Vec<&'a String>> {
    if let Some(place) = way.iter().position(|other| *other == from) {
        return Some(way.split_off(place));
    }
    if done.contains(from) {
        return None;
    }
    way.push(from);
    let found = imports
        .get(from)
        .into_iter()
        .flat_map(BTreeMap::keys)
        .find_map(|to| circle_from(to, imports, way, done));
    way.pop();
    done.insert(from);
    found
}
