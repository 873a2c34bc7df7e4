import { useEffect, useState } from 'preact/hooks';
import { say } from './texts';

const QUIET_ZONE = 4;

/** A QR code as one SVG path; the encoder is fetched when the first one is drawn. */
export function QrCode({ text, label }: { text: string; label?: string }) {
  const [code, setCode] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let current = true;
    void import('uqr').then(({ encode }) => {
      if (!current) return;
      const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
      const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
      setCode({ size, path });
    });
    return () => {
      current = false;
    };
  }, [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${code?.size ?? 41} ${code?.size ?? 41}`} role="img" aria-label={label ?? say('qr.label')} shape-rendering="crispEdges">
      <rect class="qr-ground" width="100%" height="100%" />
      {code && <path class="qr-modules" d={code.path} />}
    </svg>
  );
}
