FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY prisma ./prisma
COPY app/db ./app/db
RUN npm ci
COPY . .
# The build bundles web, worker and command line, so that only packages the app runs on are left: no compiler, and no
# second Node.js (the optional node-* packages serve machines whose own is too old).
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/build ./build
USER node
EXPOSE 3000
# Liveness alone: whether the database answers is /readyz's to say, and no reason to restart the process.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/livez`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# The same image is web and worker: compose.yaml starts both. Node itself is started, not npm: a shell between the two
# keeps SIGTERM to itself, and what is under way would be cut off instead of finished.
CMD ["node", "--enable-source-maps", "build/node/web.js"]
