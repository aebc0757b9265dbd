// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Certificate } from "./certificate";
import type { CertificateSource } from "./certificate-source";
import { CertificateUnavailableError } from "./problems";

/** Where the cache gets its value, its clock, and where it reports failures. */
export interface CertificateCacheOptions {
  readonly fetch: (deadline: number) => Promise<Certificate>;
  /** Milliseconds since 1970. It must be wall time, which continues while Lambda freezes the process. */
  readonly clock: () => number;
  /** Gets the error of every failed fetch. */
  readonly onFailure: (error: unknown) => void;
}

/** Age at which a value is fetched again; a rotation takes effect within this time. */
export const refreshAfterMs = 5 * 60_000;
/** Age at which a value is no longer used; an outage of Secrets Manager may last this long. */
export const unusableAfterMs = 60 * 60_000;
/** Time limit of one fetch, retries included. */
export const fetchMs = 2_000;
/** How long the caller who starts a refresh waits for it before it gets the old value. */
export const refreshPatienceMs = 300;
/** Pause between a failed refresh and the next one. */
export const retryAfterMs = 10_000;

/** Caches the certificate in the process. It runs one fetch at a time, and serves the old value if that fails. */
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
    // The caller who starts a refresh waits for it shortly; other callers get the old value at once.
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

  /** Starts the first fetch during the function's initialisation and does not wait for it. */
  public prefetch(): void {
    void this.refresh().catch(() => undefined);
  }

  /**
   * Without an old value, a caller waits for the fetch. A fetch that was already running may have reached
   * its time limit while Lambda froze the process, so its failure is followed by one more fetch.
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

  /** A negative age means that the clock was set back. The real age is unknown, so the value is due. */
  private isDue(): boolean {
    const age = this.atHand()?.ageMs ?? Number.POSITIVE_INFINITY;
    const sinceFailure = this.options.clock() - this.failedAt;
    return (age < 0 || age >= refreshAfterMs) && (sinceFailure < 0 || sinceFailure >= retryAfterMs);
  }

  /** Joins the running fetch, or starts one. */
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

  /** Waits for a fetch up to a time limit. The fetch itself continues for the next caller. */
  private within(fetching: Promise<Certificate>, timeoutMs: number): Promise<Certificate> {
    return new Promise((resolve, reject) => {
      const giveUp = () =>
        reject(
          new CertificateUnavailableError(
            "The App Certificate did not come in time; try again later.",
          ),
        );
      const timer = setTimeout(giveUp, Math.max(0, timeoutMs));
      void fetching.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}
