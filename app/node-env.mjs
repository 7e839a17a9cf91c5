// Imported first by the server: React and React Router are their development selves unless NODE_ENV says production, when
// they are loaded: slower, and with plain-text warnings between the lines of the log.
process.env.NODE_ENV ||= process.argv.includes("--dev") ? "development" : "production";
