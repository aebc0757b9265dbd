// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The App ID and certificate of Agora's published test vectors: public values that open nothing. */
export const appId = "970CA35de60c44645bbae8a215061b33";
export const certificate = "5CFd2fd1755d40ecb72977518be15d3b";

/** A certificate of our own making, for rotation. */
export const otherCertificate = "00112233445566778899aabbccddeeff";

/** The input of Agora's Python test of a room-user token. */
export const roomUserInput = {
  roomUuid: "123",
  userUuid: "2882341273",
  role: "teacher",
  issuedAt: 1_111_111,
  lifetimeSeconds: 600,
  salt: 1,
} as const;

/** The token that `test_service_apaas_room_user` expects (AgoraIO/Tools, python3/test/AccessToken2Test.py). */
export const roomUserToken =
  "007eJxTYOi6fYVB7qlA2ZWQ+Ko3N2IafQOddj+K4tjh3PS7P2vx4a0KDJbmBs6OxqYpqWYGySYmZiamSUmJqRaJRoamBmaGS" +
  "cbG7l8EGCKYGBgYGRgYmBmYgDQjmM/FYGRhYWRsYmhkbswKF1VgMDMwMza2MDYxskg0NktLSjROSzIzMDZISk1OszCwNEllh" +
  "6tlZjA0MkY2hpEBANqIKYQ=";

/** A token with RTC and RTM for the user `test_user` (the same repository, nodejs/test/AccessToken2Test.js). */
export const rtcAndRtmToken =
  "007eJxTYOAQsrQ5s3TfH+1tvy8zZZ46EpCc0V43JXdGd2jS8porKo4KDJbmBs6OxqYpqWYGySYmZiamSUmJqRaJRoamBmaGS" +
  "cbG7l8EGCKYGBgYGRgYmBgYGVgYGMF8JjDJDCZZwKQCg3mKuZGxmWlqkqWFsYmFqbGleapxqnGaZYqJmUFSSkoiF4ORhYWRs" +
  "YmhkbkxyCyISZwMJanFJfGlxalFACKnKng=";
