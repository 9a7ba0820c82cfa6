using System.Text.RegularExpressions;
using ArchDsl.Harness;
using ArchDsl.Model;

namespace ArchDsl.Tests.Cost;

/// <summary>Every price has a source, and every charge that has a price is found.</summary>
public sealed class PriceTableTests
{
    // All that costs money, in one program.
    private const string Everything = """
        [Vpc(NatGateways = 1), VpcEndpoint(AwsService.Logs), HostedZone("example.com")]
        public partial class Shop
        {
            [S3] public partial class Images;
            [DynamoDb] public partial class Orders;
            [Secret] public partial class Password;
            [Topic(Encrypted = true)] public partial class Alerts;
            [Ecr] public partial class Repository;
            [Certificate("example.com")] public partial class Tls;

            [PublicSubnet]
            public partial class Edge
            {
                [Alb, HttpListener, RoutesTo<App.Api>] public partial class Lb;
                [Ec2("t3.micro", DetailedMonitoring = true)] public partial class Host;
            }

            [PrivateSubnet]
            public partial class App
            {
                [Fargate, ImageFrom<Repository>("1"), Alarm<Alerts>(Metric.TaskFailures)] public partial class Api;
            }

            [IsolatedSubnet]
            public partial class Data
            {
                [Rds] public partial class Database;
                [Rds(StorageType = StorageType.Gp2)] public partial class Archive;
                [ElastiCache] public partial class Cache;
            }
        }
        """;

    [Fact]
    public void Prices_HaveASource()
    {
        Assert.NotEmpty(PriceTable.Prices);
        Assert.All(PriceTable.Prices, static price =>
        {
            Assert.True(price.Usd > 0, $"{price}");
            Assert.Equal("https", new Uri(price.Source.Url).Scheme);
            Assert.Matches("^20[0-9]{2}(-[0-9]{2}-[0-9]{2})?$", price.Source.Date);
            Assert.NotEmpty(price.Source.Note);
        });
        Assert.Equal(
            PriceTable.Sources.Select(static source => source.Name).Order(StringComparer.Ordinal),
            PriceTable.Prices.Select(static price => price.Source.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_AreOneForEachService()
    {
        string folder = Path.Combine(Repository.Root, "src", "ArchDsl.Model", "Cost", "Prices");
        Assert.All(Directory.EnumerateFiles(folder).Where(static file => Path.GetFileName(file) != "Sources.csv"), static file =>
        {
            string[] lines = File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
            Assert.Equal("service,item,region,unit,usd,source", lines[0]);
            Assert.All(lines.Skip(1), line => Assert.StartsWith(Path.GetFileNameWithoutExtension(file) + ",", line, StringComparison.Ordinal));
        });
    }

    /// <summary>A price under a name that nothing asks for, or in another unit, would never be seen to be wrong.</summary>
    [Fact]
    public void Charges_FindTheirPrices()
    {
        EquatableArray<Charge> charges = CostEstimate.Of(TestProgram.Lower(Everything)).Charges;
        string[] found = [.. charges.Where(static charge => charge.Price is not null).Select(static charge => charge.Usage.Item)];
        Regex sizes = new(@"^((db|cache)\.)?[a-z0-9-]+\.[a-z0-9-]+( (MySql|MariaDb|Postgres|Redis|Valkey))?$");

        Assert.Equal(["container insights"], charges.Where(static charge => charge.Price is null).Select(static charge => charge.Usage.Item).Distinct());
        Assert.All(charges, static charge => Assert.Equal(charge.Usage.Unit, charge.Price?.Unit ?? charge.Usage.Unit));
        Assert.Empty(PriceTable.Prices.Select(static price => price.Item).Where(item => !sizes.IsMatch(item)).Except(found));
    }

    [Theory]
    [InlineData(null, "us-east-1")]
    [InlineData("us-east-1", "us-east-1")]
    [InlineData("eu-central-1", "us-east-1")]
    public void Regions_WithoutPrices_HaveThoseOfTheDefault(string? region, string found) =>
        Assert.Equal(found, PriceTable.Find(new Usage("AmazonEC2", "NAT gateway", "hour", 1), region)?.Region);

    [Fact]
    public void Price_ThatNobodyFound_IsNull() => Assert.Null(PriceTable.Find(new Usage("AmazonEC2", "x99.large", "hour", 1), null));

    /// <summary>Prices that two sources name are the same.</summary>
    [Theory]
    [InlineData("AmazonElastiCache", "cache.m4.large Redis", "0.156")] // Infracost: $227.76 for 1,460 hours
    [InlineData("AmazonElastiCache", "cache.r5.4xlarge Redis", "1.724")] // Infracost: $3,775.56 for 2,190 hours
    [InlineData("AmazonElastiCache", "cache.m6g.12xlarge Redis", "3.557")] // Infracost: $2,596.61 for 730 hours
    [InlineData("AmazonElastiCache", "cache.c7gn.large Valkey", "0.204")] // https://github.com/bangpound/awspricing/blob/be4002d5c35e948534bb459a28ebc1f649c5f759/tests/data/elasticache_offer.py
    [InlineData("AmazonECS", "Fargate vCPU", "0.04048")] // Infracost: $29.55 for 730 hours
    [InlineData("AmazonEC2", "t3.medium", "0.0416")] // Infracost: $30.37 for 730 hours
    public void Sources_Agree(string service, string item, string usd) =>
        Assert.Equal(decimal.Parse(usd, System.Globalization.CultureInfo.InvariantCulture), PriceTable.Find(new Usage(service, item, "hour", 1), null)?.Usd);
}
