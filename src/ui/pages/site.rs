//! What all pages of a site share.

/// A file that pages name, by its content.
#[derive(Clone, Debug, Default)]
pub struct Asset {
    /// Its name in the site's root.
    pub file: String,
    /// Its hash, as browsers check it.
    pub integrity: String,
}

/// What all pages of a site share.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The address under which it will be found, with a slash at the end, if that is known.
    pub url: Option<String>,
    /// What runs before the first paint.
    pub boot: Asset,
    /// What loads the program.
    pub start: Asset,
    /// What scripts add to the pages that stand without the program.
    pub page: Asset,
    /// The style sheet.
    pub styles: Asset,
    /// The program's WebAssembly.
    pub program: String,
    /// The title of the whole, in each language.
    pub title: [String; 3],
}
