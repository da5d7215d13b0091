FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN ["npm", "ci", "--ignore-scripts"]
COPY tsconfig.json ./
COPY src ./src
RUN ["npx", "--no-install", "tsc"]
RUN ["npm", "prune", "--omit=dev", "--ignore-scripts"]

FROM node:24-slim
# Threads that come and go leave memory behind in as many arenas as there are; two are enough.
ENV NODE_ENV=production PORT=8080 DATA_DIR=/data MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE NOTICE ./
COPY assets ./assets
COPY catalogue ./catalogue
COPY contexts ./contexts
COPY keys.example ./keys.example
COPY trust ./trust
# A volume takes over the owner and the mode that its folder has in the image.
RUN ["install", "-d", "-o", "node", "-g", "node", "-m", "0700", "/data"]
USER node
VOLUME ["/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 CMD ["node","dist/src/cli.js","health"]
STOPSIGNAL SIGTERM
CMD ["node","--max-semi-space-size=8","dist/src/main.js"]
