iFrameResize({ checkOrigin: ["https://explorer.example"], onResized: ({ height, type }) => (window.resized ??= []).push([height, type]) }, "iframe");
