//! Takes pictures of whole pages of the built site, for people to look at.
//!
//! `shots FOLDER WIDTH,… light,dark ADDRESS…` (what `cargo xtask shots` runs)

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browser_tests::{Page, Visit, file_name};
use serde_json::json;

fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(folder), Some(widths), Some(schemes)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        bail!("usage: shots FOLDER WIDTH,… SCHEME,… ADDRESS…");
    };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let addresses: Vec<String> = arguments.collect();
    for scheme in schemes.split(',') {
        let visit = if scheme == "dark" {
            Visit::new().dark()
        } else {
            Visit::new()
        };
        visit.run(async |page, _| {
            for address in &addresses {
                for width in widths.split(',') {
                    let path = folder.join(format!("{}-{width}-{scheme}.png", file_name(address)));
                    let width = width
                        .parse()
                        .with_context(|| format!("{width} is no width"))?;
                    photograph(page, address, width, &path).await?;
                    println!("{}", path.display());
                }
            }
            Ok(())
        });
    }
    Ok(())
}

async fn photograph(page: &Page, address: &str, width: u32, path: &Path) -> Result<()> {
    let height = if width < 600 { 740 } else { 900 };
    page.resize(width, height).await?;
    page.open(address).await?;
    page.settled().await?;
    let cdp = page.driver().cdp();
    let size = cdp.send_raw("Page.getLayoutMetrics", json!({})).await?["cssContentSize"].clone();
    let clip =
        json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
    let options = json!({ "captureBeyondViewport": true, "clip": clip });
    let picture = cdp.send_raw("Page.captureScreenshot", options).await?;
    let picture = picture["data"]
        .as_str()
        .context("the browser sent no picture")?;
    fs::write(path, BASE64_STANDARD.decode(picture)?)?;
    Ok(())
}
