FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY prisma ./prisma
COPY app/db ./app/db
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 3000
# The same image is web and worker: compose.yaml starts both. Node itself is started, not npm: a shell between the two
# keeps SIGTERM to itself, and what is under way would be cut off instead of finished.
CMD ["node", "--import", "tsx", "app/server.ts"]
