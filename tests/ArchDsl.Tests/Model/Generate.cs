using ArchDsl.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Model;

/// <summary>Random values for properties, in ranges small enough that they often meet.</summary>
internal static class Generate
{
    /// <summary>Blocks of every size, most of them in a corner of the address space where they overlap.</summary>
    public static Gen<CidrBlock> Blocks { get; } =
        from prefix in Gen.Choose(0, 32)
        from random in Gen.Choose(int.MinValue, int.MaxValue)
        from corner in Gen.Elements(0u, 0xFFFFFFFFu, 0x0A000000u, unchecked((uint)random))
        from low in Gen.Choose(0, 1023)
        let mask = prefix == 0 ? 0 : uint.MaxValue << (32 - prefix)
        select new CidrBlock((corner ^ (uint)low) & mask, prefix);

    /// <summary>Blocks of both families.</summary>
    public static Gen<CidrBlock> BlocksOfEither { get; } = Gen.Frequency(
        (1, Blocks),
        (1, from prefix in Gen.Choose(0, 128)
            from start in Gen.Elements<byte[]>([0, 0], [0x20, 0x01], [0x2a, 0x05], [0xfd, 0], [0xff, 0xff])
            from low in Gen.Choose(0, 15)
            from place in Gen.Choose(2, 15)
            let bytes = Enumerable.Range(0, 16).Select(i => (byte)(i < 2 ? start[i] : i == place ? low : 0)).Select((b, i) => (byte)(b & Mask(prefix - (8 * i)))).ToArray()
            select CidrBlock.Parse($"{new System.Net.IPAddress(bytes)}/{prefix}")!.Value));

    private static int Mask(int bits) => bits <= 0 ? 0 : bits >= 8 ? 0xFF : 0xFF << (8 - bits);

    /// <summary>Ranges of TCP and UDP ports from 0 to 5, and all traffic.</summary>
    public static Gen<PortRange> Ports { get; } = Gen.Frequency(
        (1, Gen.Constant(PortRange.All)),
        (9, from protocol in Gen.Elements(Protocol.Tcp, Protocol.Udp)
            from a in Gen.Choose(0, 5)
            from b in Gen.Choose(0, 5)
            select new PortRange(protocol, Math.Min(a, b), Math.Max(a, b))));

    /// <summary>Checks a property of many random values.</summary>
    public static void Check<T>(this Gen<T> values, Action<T> property, int count = 500) =>
        Prop.ForAll(values.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(count));

    public static Gen<(T, T)> Twice<T>(this Gen<T> values) => from a in values from b in values select (a, b);

    public static Gen<(T, T, T)> Thrice<T>(this Gen<T> values) => from a in values from b in values from c in values select (a, b, c);
}
