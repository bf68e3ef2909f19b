# Builds the site and serves it with nginx, without privileges, on port 8080:
#   docker build --build-arg SITE_URL=https://docs.example.com/swr/ -t swr-error-reference .
#   docker run --rm -p 8080:8080 --read-only --tmpfs /tmp swr-error-reference
FROM node:22.23.2-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
ARG SITE_URL=http://localhost:8080/
RUN SITE_URL="$SITE_URL" npm run package

FROM debian:12.12-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends nginx libnginx-mod-http-brotli-static \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /src/package /srv
# Working files go to /tmp, so that the rest can be read-only.
RUN cp -r /srv/nginx/brotli /srv/nginx/optional/ \
    && rm -r /srv/temp \
    && ln -s /tmp /srv/temp
USER www-data
EXPOSE 8080
# The image has no program for requests but bash.
HEALTHCHECK --interval=30s --timeout=3s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080"]
STOPSIGNAL SIGQUIT
CMD ["nginx", "-p", "/srv", "-c", "/srv/nginx/nginx.conf", "-g", "daemon off;"]
