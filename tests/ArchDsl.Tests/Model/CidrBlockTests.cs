using System.Net;
using ArchDsl.Model;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Model;

public sealed class CidrBlockTests
{
    [Fact]
    public void ParseOfPrint_IsTheSame() => Generate.BlocksOfEither.Check(static block => Assert.Equal(block, CidrBlock.Parse(block.ToString())));

    /// <summary>The platform's own type, which the compiler's extensions cannot have, takes the same texts in their shortest form.</summary>
    [Fact]
    public void Parse_AgreesWithThePlatform() =>
        (from count in Gen.Frequency((9, Gen.Constant(4)), (1, Gen.Choose(0, 6)))
         from numbers in Gen.Frequency((9, Gen.Elements("0", "10", "128", "255")), (1, Gen.Elements("256", "01", "", "-1", " 1", "x"))).ListOf(count)
         from prefix in Gen.Elements("0", "8", "16", "31", "32", "33", "", "08", "-1", "x")
         from separator in Gen.Frequency((9, Gen.Constant("/")), (1, Gen.Elements("", "//")))
         select string.Join('.', numbers) + separator + prefix).Check(static text =>
        {
            CidrBlock? block = CidrBlock.Parse(text);
            IPNetwork? network = IPNetwork.TryParse(text, out IPNetwork parsed) && parsed.ToString() == text ? parsed : null;
            Assert.Equal(network?.ToString(), block?.ToString());
        }, 5000);

    [Theory]
    [InlineData("0.0.0.0/0", 0u, 0)]
    [InlineData("10.0.0.0/16", 0x0A000000u, 16)]
    [InlineData("255.255.255.255/32", 0xFFFFFFFFu, 32)]
    public void Parse_GivesAddressAndPrefix(string text, uint address, int prefix) => Assert.Equal(new CidrBlock(address, prefix), CidrBlock.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.0.0.1/16")]
    [InlineData("10.0.0.0/016")]
    [InlineData("10.0.0.0/99999999999")]
    [InlineData("0::0::/0")]
    [InlineData("2001:db8::1/64")]
    [InlineData("2001:db8::/129")]
    [InlineData("2001:db8:::/32")]
    [InlineData("20010:db8::/32")]
    [InlineData("1:2:3:4:5:6:7:8:9/128")]
    [InlineData("[::]/0")]
    [InlineData("::%1/0")]
    [InlineData(" ::/0")]
    [InlineData("::/ 0")]
    [InlineData("::/00")]
    [InlineData("/0")]
    [InlineData("1/8")]
    public void Parse_RefusesTheRest(string? text) => Assert.Null(CidrBlock.Parse(text));

    /// <summary>Any form of RFC 4291 is read, that of RFC 5952 is written.</summary>
    [Theory]
    [InlineData("::/0", "::/0")]
    [InlineData("0:0:0:0:0:0:0:0/0", "::/0")]
    [InlineData("2001:DB8:0:0::/64", "2001:db8::/64")]
    [InlineData("2001:0db8:0000:0001:0000:0000:0000:0001/128", "2001:db8:0:1::1/128")]
    [InlineData("2001:db8:0:1:1:1:1:1/128", "2001:db8:0:1:1:1:1:1/128")]
    [InlineData("2001:db8::1:0:0:1/128", "2001:db8::1:0:0:1/128")]
    [InlineData("64:ff9b::192.0.2.0/120", "64:ff9b::c000:200/120")]
    [InlineData("fe80::/10", "fe80::/10")]
    public void Ipv6_IsWrittenInOneForm(string text, string canonical)
    {
        CidrBlock block = CidrBlock.Parse(text)!.Value;
        Assert.Equal((canonical, true), (block.ToString(), block.IsIpv6));
    }

    /// <summary>Families never meet, not even where all of their bits are the same.</summary>
    [Fact]
    public void Families_NeverMeet() => Generate.Blocks.Check(static block => Assert.False(
        block.Overlaps(CidrBlock.InternetIpv6) || CidrBlock.InternetIpv6.Overlaps(block) || CidrBlock.Internet == CidrBlock.InternetIpv6));

    [Fact]
    public void Contains_IsAnOrder() => Generate.BlocksOfEither.Thrice().Check(static blocks =>
    {
        var (a, b, c) = blocks;
        Assert.True(a.Contains(a));
        Assert.True(!(a.Contains(b) && b.Contains(a)) || a == b);
        Assert.True(!(a.Contains(b) && b.Contains(c)) || a.Contains(c));
    }, 5000);

    [Fact]
    public void Contains_AgreesWithThePlatform() => Generate.BlocksOfEither.Twice().Check(static blocks =>
    {
        var (a, b) = blocks;
        IPNetwork outer = IPNetwork.Parse(a.ToString());
        IPNetwork inner = IPNetwork.Parse(b.ToString());
        Assert.Equal(a.IsIpv6 == b.IsIpv6 && outer.Contains(inner.BaseAddress) && outer.PrefixLength <= inner.PrefixLength, a.Contains(b));
    }, 5000);

    /// <summary>Blocks never cross: if two share an address, one lies in the other.</summary>
    [Fact]
    public void Overlaps_MeansThatOneContainsTheOther() => Generate.BlocksOfEither.Twice().Check(static blocks =>
    {
        var (a, b) = blocks;
        Assert.Equal(a.Overlaps(b), b.Overlaps(a));
        Assert.Equal(a.Contains(b) || b.Contains(a), a.Overlaps(b));
    }, 5000);

    [Fact]
    public void Last_IsTheEndOfTheBlock() => Generate.Blocks.Check(static block =>
    {
        Assert.Equal(1UL << (32 - block.PrefixLength), (ulong)block.Last - block.Address + 1);
        Assert.True(block.Contains(new CidrBlock(block.Last, 32)));
        Assert.True(block.Last == uint.MaxValue || !block.Contains(new CidrBlock(block.Last + 1, 32)));
    });

    /// <summary>What a range contains is of the internet only if the range is.</summary>
    [Fact]
    public void Internet_IsInheritedByWiderRanges() => Generate.BlocksOfEither.Twice().Check(static blocks =>
    {
        var (a, b) = blocks;
        Assert.True(!a.IsInternet || a.IsPublic);
        Assert.True(!(a.Contains(b) && b.IsInternet) || a.IsInternet);
        Assert.True(!(a.Contains(b) && b.IsPublic) || a.IsPublic);
    }, 5000);

    [Theory]
    [InlineData("0.0.0.0/0", true, true)]
    [InlineData("0.0.0.0/1", true, true)]
    [InlineData("128.0.0.0/1", true, true)]
    [InlineData("52.0.0.0/8", true, true)]
    [InlineData("203.0.0.0/15", true, true)]
    [InlineData("203.0.0.0/16", false, true)]
    [InlineData("203.0.113.7/32", false, true)]
    [InlineData("10.0.0.0/8", false, false)]
    [InlineData("8.0.0.0/6", true, true)] // more than the private range in it
    [InlineData("172.16.0.0/12", false, false)]
    [InlineData("172.32.0.0/12", true, true)]
    [InlineData("192.168.0.0/16", false, false)]
    [InlineData("100.64.0.0/10", false, false)]
    [InlineData("169.254.169.254/32", false, false)]
    [InlineData("::/0", true, true)]
    [InlineData("2000::/3", true, true)]
    [InlineData("2600:1f00::/24", true, true)]
    [InlineData("2a05:d000::/31", true, true)]
    [InlineData("2a05:d018::/32", false, true)]
    [InlineData("2a05:d018:7::/48", false, true)]
    [InlineData("fc00::/7", false, false)]
    [InlineData("fd12:3456:789a::/48", false, false)]
    [InlineData("fe80::/10", false, false)]
    [InlineData("::1/128", false, false)]
    [InlineData("8000::/1", false, false)]
    [InlineData("::/1", true, true)]
    public void Internet_IsWideAndPublic(string text, bool internet, bool isPublic)
    {
        CidrBlock block = CidrBlock.Parse(text)!.Value;
        Assert.Equal((internet, isPublic), (block.IsInternet, block.IsPublic));
    }
}
