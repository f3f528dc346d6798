/** Stylesheets are imported for their effect; the bundler of a Studio takes care of them. */
declare module '*.css' {}
