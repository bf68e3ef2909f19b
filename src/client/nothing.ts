// Takes the place of a script of Starlight's that this site has no use for.
export {};
