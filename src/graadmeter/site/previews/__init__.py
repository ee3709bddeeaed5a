"""Pictures for previews of pages elsewhere (Open Graph): a card with the answer, drawn without fonts of the machine."""
