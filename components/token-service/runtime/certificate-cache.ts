// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Certificate } from "./certificate";
import type { CertificateSource } from "./certificate-source";
import { CertificateUnavailableError } from "./problems";

/** How a cache gets its value and how long it trusts one. */
export interface CertificateCacheOptions {
  readonly fetch: (deadline: number) => Promise<Certificate>;
  /** Milliseconds since 1970. Wall time on purpose: it goes on while Lambda has the process frozen. */
  readonly clock: () => number;
  /** Told of every fetch that failed, while the old value goes on serving. */
  readonly onFailure: (error: unknown) => void;
}

/** A value older than this is fetched anew: how soon a rotation shows. */
export const refreshAfterMs = 5 * 60_000;
/** A value older than this is not used: how long an outage of Secrets Manager is bridged. */
export const unusableAfterMs = 60 * 60_000;
/** How long one fetch may take, retries included. */
export const fetchMs = 2_000;
/** How long the caller who starts a refresh, and could have the old value, waits for the new one. */
export const refreshPatienceMs = 300;
/** How long after a failed refresh the next one is tried. */
export const retryAfterMs = 10_000;

/** Keeps the certificate in the process: one fetch at a time, the old value served while a new one fails to come. */
export class CertificateCache implements CertificateSource {
  private cached?: { readonly certificate: Certificate; readonly at: number };
  private pending?: Promise<Certificate>;
  private failedAt = Number.NEGATIVE_INFINITY;

  public constructor(private readonly options: CertificateCacheOptions) {}

  public async current(deadline: number): Promise<Certificate> {
    const old = this.usable();
    if (old === undefined) {
      return this.first(deadline);
    }
    // One caller waits a moment for the new value; whoever comes meanwhile has the old one at once.
    if (this.pending !== undefined || !this.isDue()) {
      return old;
    }
    return this.within(this.refresh(), refreshPatienceMs).catch(() => old);
  }

  public atHand(): { readonly certificate: Certificate; readonly ageMs: number } | undefined {
    return (
      this.cached && {
        certificate: this.cached.certificate,
        ageMs: this.options.clock() - this.cached.at,
      }
    );
  }

  /** Starts the first fetch, while the function initialises, without anybody waiting for it. */
  public prefetch(): void {
    void this.refresh().catch(() => undefined);
  }

  /**
   * Without an old value a caller waits. A fetch that somebody else started may have lost its time
   * while Lambda had the process frozen; its failure is not this caller's, so it is tried once more.
   */
  private async first(deadline: number): Promise<Certificate> {
    const wasPending = this.pending !== undefined;
    const fetching = this.within(this.refresh(), deadline - this.options.clock());
    return wasPending
      ? fetching.catch(() => this.within(this.refresh(), deadline - this.options.clock()))
      : fetching;
  }

  private usable(): Certificate | undefined {
    const atHand = this.atHand();
    return atHand && Math.abs(atHand.ageMs) < unusableAfterMs ? atHand.certificate : undefined;
  }

  /** A negative age means that the clock was set back, so the age tells nothing: fetch. */
  private isDue(): boolean {
    const age = this.atHand()?.ageMs ?? Number.POSITIVE_INFINITY;
    const sinceFailure = this.options.clock() - this.failedAt;
    return (age < 0 || age >= refreshAfterMs) && (sinceFailure < 0 || sinceFailure >= retryAfterMs);
  }

  /** Joins the fetch that is under way, or starts one. */
  private refresh(): Promise<Certificate> {
    this.pending ??= this.fetch().finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  private async fetch(): Promise<Certificate> {
    try {
      const at = this.options.clock();
      const certificate = await this.options.fetch(at + fetchMs);
      this.cached = { certificate, at };
      return certificate;
    } catch (error) {
      this.failedAt = this.options.clock();
      this.options.onFailure(error);
      throw new CertificateUnavailableError(
        "The App Certificate is not available; try again later.",
        {
          cause: error,
        },
      );
    }
  }

  /** Waits no longer than a caller can; the fetch itself goes on for the next one. */
  private within(fetching: Promise<Certificate>, patienceMs: number): Promise<Certificate> {
    return new Promise((resolve, reject) => {
      const giveUp = () =>
        reject(
          new CertificateUnavailableError(
            "The App Certificate did not come in time; try again later.",
          ),
        );
      const timer = setTimeout(giveUp, Math.max(0, patienceMs));
      void fetching.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}
