# entente in a container: docker build -t entente . && docker run --rm -v "$PWD:/work" entente build story.html -o story.svg
FROM debian:12-slim AS build
COPY . /entente
WORKDIR /entente
RUN apt-get update \
 && apt-get install -y --no-install-recommends dpkg-dev file \
 && tools/setup build \
 && cmake --preset release -DENTENTE_EXPLORER_REQUIRED=ON -DENTENTE_TESTS=OFF \
 && cmake --build --preset release \
 && cd build && cpack && mv entente_*.deb /entente.deb

FROM debian:12-slim
COPY --from=build /entente.deb /tmp/entente.deb
RUN apt-get update \
 && apt-get install -y --no-install-recommends /tmp/entente.deb \
 && rm -rf /tmp/entente.deb /var/lib/apt/lists/* \
 && useradd --create-home reader \
 && mkdir /work && chown reader /work
USER reader
WORKDIR /work
ENTRYPOINT ["entente"]
CMD ["--help"]
