// <hong-kong-ai-explorer>
