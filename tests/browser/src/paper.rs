//! The page as it goes on paper.

use anyhow::Result;
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use crate::page::Page;

/// How much of A4 lies between the page's margins, in CSS pixels.
const A4: (u32, u32) = (702, 1009);

impl Page {
    /// Makes the page ready as a browser does before it prints.
    pub async fn begin_printing(&self) -> Result<()> {
        self.script("dispatchEvent(new Event('beforeprint'))")
            .await?;
        Ok(())
    }

    /// Lays the page out as it would be printed on one endless sheet as wide as A4, and says how wide and high that is.
    /// Only Chromium does so on request.
    pub async fn show_on_paper(&self) -> Result<[f64; 2]> {
        let (width, height) = A4;
        let paper = json!({ "media": "print" });
        self.driver()
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", paper)
            .await?;
        self.resize(width, height).await?;
        self.begin_printing().await?;
        Ok([width, height].map(f64::from))
    }

    /// Prints the page, as PDF.
    pub async fn print(&self) -> Result<Vec<u8>> {
        Ok(self.driver().print_page(PrintParameters::default()).await?)
    }
}
