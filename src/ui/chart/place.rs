//! Where something lies, as `data-css` says it.

/// Properties in pixels, as a style sheet writes them.
pub fn css(properties: &[(&str, f64)]) -> String {
    let mut css = String::new();
    for (name, value) in properties {
        css.push_str(name);
        css.push(':');
        css.push_str(&pixels(*value));
        css.push_str("px;");
    }
    css
}

/// From where to where a name may stand, in pixels.
pub fn name_place(x0: f64, x1: f64) -> String {
    [pixels(x0), pixels(x1)].join(" ")
}

/// Whole pixels, which is as fine as one sees.
fn pixels(x: f64) -> String {
    // Far beyond both edges it makes no difference how far.
    (x.clamp(-100_000.0, 100_000.0).round() as i32).to_string()
}
