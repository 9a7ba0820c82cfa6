using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>What AWS allows as names: the last text that it takes, and the first that it refuses.</summary>
public sealed class NameRuleTests
{
    public static TheoryData<string> Rules => [.. NameRule.All.Keys.Select(static key => Key(key.Attribute, key.Argument))];

    [Theory, MemberData(nameof(Rules))]
    public void Rule_NamesItsSourceAndAnArgument(string key)
    {
        ((Type attribute, string argument), NameRule rule) = NameRule.All.Single(pair => Key(pair.Key.Attribute, pair.Key.Argument) == key);

        Assert.StartsWith("https://docs.aws.amazon.com/", rule.Source, StringComparison.Ordinal);
        Assert.NotNull(attribute.GetProperty(argument));
        Assert.Matches("^(a|an|the|this) ", rule.What);
        Assert.True(rule.Min <= rule.Max);
    }

    /// <summary>Each character in the longest text is one that the pattern allows; one more is refused.</summary>
    [Theory]
    [InlineData("S3.Name", "a", 3, 63)]
    [InlineData("Alb.Name", "a", 1, 32)]
    [InlineData("RoutesTo.Name", "a", 1, 32)]
    [InlineData("EcsCluster.Name", "_", 1, 255)]
    [InlineData("Fargate.Name", "_", 1, 255)]
    [InlineData("Fargate.Family", "-", 1, 255)]
    [InlineData("Container.Name", "9", 1, 255)]
    [InlineData("Rds.Name", "a", 1, 63)]
    [InlineData("Rds.SecretName", "@", 1, 512)]
    [InlineData("Secret.Name", "/", 1, 512)]
    [InlineData("ElastiCache.Name", "a", 1, 40)]
    [InlineData("DynamoDb.Name", ".", 3, 255)]
    [InlineData("DynamoDb.PartitionKey", " ", 1, 255)]
    [InlineData("Topic.Name", "-", 1, 256)]
    [InlineData("Logs.Name", "#", 1, 512)]
    [InlineData("Roles.Task", "+", 1, 64)]
    [InlineData("Roles.Execution", ",", 1, 64)]
    [InlineData("SecurityGroup.Name", "*", 1, 255)]
    [InlineData("Ecr.Name", "a", 2, 256)]
    [InlineData("Architecture.Name", "a", 1, 128)]
    [InlineData("Architecture.Description", "x", 0, 1024)]
    [InlineData("Alarm.Name", "ü", 1, 255)]
    [InlineData("Tag.Key", "ü", 1, 128)]
    [InlineData("Tag.Value", "+", 0, 256)]
    public void Length_HasALeastAndAGreatest(string key, string character, int min, int max)
    {
        Assert.Null(Fault(key, Text(min)));
        Assert.Null(Fault(key, Text(max)));
        Assert.EndsWith($"and this one has {max + 1}", Fault(key, Text(max + 1)), StringComparison.Ordinal);
        if (min > 0)
        {
            Assert.EndsWith($"and this one has {min - 1}", Fault(key, Text(min - 1)), StringComparison.Ordinal);
        }

        string Text(int length) => string.Concat(Enumerable.Repeat(character, length));
    }

    [Theory]
    [InlineData("S3.Name", "my.bucket-1", "0a0", "xn-a", "a-s3alias-b", "1.2.3", "images-${AWS::AccountId}-${AWS::Region}-${AWS::Partition}")]
    [InlineData("Alb.Name", "shop-1", "1", "internal", "Internal-a", "a--b", "a-${AWS::AccountId}")]
    [InlineData("RoutesTo.HealthCheckPath", "/", "/health/?deep=1&x=%20")]
    [InlineData("Rds.Name", "a", "shop-db", "A1")]
    [InlineData("ElastiCache.Name", "a", "shop-cache-1")]
    [InlineData("Logs.Name", "/ecs/shop", "/aws/ecs/shop", "awsome")]
    [InlineData("SecurityGroup.Name", "db-sg", "sg", "my group (blue)", "defaults")]
    [InlineData("Ecr.Name", "shop/api", "a1", "a-b.c_d/e", "a__b", "a--b")]
    [InlineData("Secret.Name", "shop/db@prod=1")]
    [InlineData("Architecture.Region", "eu-central-1", "us-gov-west-1", "us-isob-east-1", "eusc-de-east-1", "ap-southeast-7")]
    [InlineData("Architecture.Name", "Shop", "s-1")]
    [InlineData("Tag.Key", "cost center", "a:b/c=d+e-f@g.h_i", "naws:x", "größe")]
    [InlineData("HostedZone.DomainName", "example.com", "example", "_dmarc.example.com", "xn--bcher-kva.example")]
    [InlineData("HostedZone.Id", "Z0123456789ABCDEFGHIJ")]
    [InlineData("Dns.Name", "*.example.com", "a.b.c.example.com", "EXAMPLE.com")]
    [InlineData("Certificate.DomainName", "*.example.com", "example.com")]
    [InlineData("Env.Name", "PATH", "a b", "größe", "a.b")]
    [InlineData("InjectSecret.Field", "password", "a b")]
    [InlineData("Fargate.Image", "", "i", "nginx:1.27", "public.ecr.aws/docker/library/nginx:1.27", "localhost/a", "reg:5000/a/b_c:T.1-x", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/api:1", "ghcr.io/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "REG.example.com/a")]
    [InlineData("ImageFrom.Tag", "latest", "1.0-rc_2", "_", "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void TextThatAwsTakes_HasNoFault(string key, params string[] texts) => Assert.All(texts, text => Assert.Null(Fault(key, text)));

    [Theory]
    [InlineData("S3.Name", "Images", "a_b", "-ab", "ab-", "a..b", "192.168.5.4", "xn--ab", "sthree-ab", "amzn-s3-demo-a", "a-s3alias", "a--ol-s3", "a.mrap", "a--x-s3", "a--table-s3", "abc\n", "ä-b", "a-${AWS::StackName}")]
    [InlineData("Alb.Name", "-a", "a-", "a_b", "a.b", "internal-a", "a\n")]
    [InlineData("RoutesTo.Name", "-a", "a-", "a_b")]
    [InlineData("RoutesTo.HealthCheckPath", "health", "http://x/", "/a b", "/ä", "/a\n")]
    [InlineData("EcsCluster.Name", "a b", "a.b", "a/b")]
    [InlineData("Fargate.Name", "a b", "ä")]
    [InlineData("Container.Name", "a.b", "Bestellübersicht")]
    [InlineData("Rds.Name", "1a", "-a", "a-", "a--b", "a_b", "a.b")]
    [InlineData("ElastiCache.Name", "1a", "a-", "a--b", "a_b")]
    [InlineData("DynamoDb.Name", "a b", "a/b", "äää")]
    [InlineData("Topic.Name", "a.fifo", "a b")]
    [InlineData("Logs.Name", "aws/ecs", "a b", "a:b", "a*b")]
    [InlineData("Roles.Task", "a b", "a/b", "ä")]
    [InlineData("SecurityGroup.Name", "sg-db", "SG-db", "default", "Default", "a'b", "a\"b", "ä", "a\tb")]
    [InlineData("Ecr.Name", "Shop", "-a", "a-", "a//b", "/ab", "ab/", "a..b", "a:b")]
    [InlineData("Secret.Name", "a b", "a:b", "a\\b")]
    [InlineData("Architecture.Name", "1a", "-a", "a_b", "a b", "a.b", "${AWS::Region}")]
    [InlineData("Architecture.Region", "eu", "eu-central", "eu-central-0", "eu-central-1a", "Frankfurt", "eu_central_1", "eu-central-1\n")]
    [InlineData("Architecture.Account", "1234-5678-90", "12345678901a", "１２３４５６７８９０１２")]
    [InlineData("Tag.Key", "aws:x", "AWS:x", "a(b)", "a\nb", "a#b")]
    [InlineData("Tag.Value", "a;b", "a{b}", "a*")]
    [InlineData("HostedZone.DomainName", "example.com.", ".example.com", "a..b", "-a.com", "a-.com", "*.example.com", "bücher.example", "a b.com", "http://example.com")]
    [InlineData("HostedZone.Id", "z0123", "/hostedzone/Z0123", "Z-1")]
    [InlineData("Dns.Name", "a.*.example.com", "*example.com", "example.com.", "a_.-b.com")]
    [InlineData("Certificate.DomainName", "com", "*.com.", "*.*.example.com", "a_b.example.com", "*.com/x")]
    [InlineData("Env.Name", "A=B", "A\nB", "=")]
    [InlineData("InjectSecret.Field", "a:b")]
    [InlineData("Fargate.Image", " ", "nginx latest", "Nginx", "library/Nginx", "a:", "a@", "a:b:c", "https://docker.io/a", "a//b", "/a", "a/", "Foo/bar", "a:-x", "a@sha256:12", "a\n")]
    [InlineData("ImageFrom.Tag", ".a", "-a", "a b", "a:b", "ä")]
    [InlineData("Alarm.Name", "a\nb")]
    public void TextThatAwsRefuses_HasAFault(string key, params string[] texts) => Assert.All(texts, text => Assert.NotNull(Fault(key, text)));

    /// <summary>cfn-lint refuses these too: its own test is in the tests of the templates.</summary>
    [Fact]
    public void ValueThatCfnLintRefuses_HasAFault() => Assert.All(Harness.RefusedSample.All, static refused => Assert.NotNull(refused.Argument switch
    {
        "Ec2.InstanceType" => InstanceType.Ec2Fault(refused.Value),
        "Rds.InstanceType" => InstanceType.RdsFault(refused.Value["db.".Length..]),
        "ElastiCache.NodeType" => InstanceType.CacheFault(refused.Value["cache.".Length..]),
        _ => Fault(refused.Argument, refused.Value),
    }));

    [Fact]
    public void Labels_Have63Characters()
    {
        foreach (string key in (string[])["Dns.Name", "HostedZone.DomainName"])
        {
            Assert.Null(Fault(key, new string('a', 63) + ".example.com"));
            Assert.NotNull(Fault(key, new string('a', 64) + ".example.com"));
        }

        string longest = string.Join('.', Enumerable.Repeat(new string('a', 62), 4)) + ".b";
        Assert.Null(Fault("Dns.Name", longest));
        Assert.NotNull(Fault("Dns.Name", longest + "b"));
        Assert.Null(Fault("Certificate.AlternativeNames", longest));
        Assert.NotNull(Fault("Certificate.DomainName", new string('a', 53) + ".example.com"));
        Assert.Null(Fault("Certificate.DomainName", new string('a', 52) + ".example.com"));
    }

    /// <summary>Bytes, not characters, where AWS counts them.</summary>
    [Fact]
    public void Description_Has1024Bytes()
    {
        Assert.Null(Fault("Architecture.Description", new string('ü', 512)));
        Assert.Equal("the description of a stack has 0 to 1024 bytes, and this one has 1026", Fault("Architecture.Description", new string('ü', 513)));
    }

    /// <summary>The pseudo parameters count as long as they will be; an unknown region as the shortest.</summary>
    [Theory]
    [InlineData("${AWS::AccountId}", 51, null)]
    [InlineData("${AWS::Region}", 54, null)]
    [InlineData("${AWS::Region}", 49, "ap-southeast-2")]
    [InlineData("${AWS::Partition}", 60, null)]
    [InlineData("${AWS::Partition}", 57, "cn-north-1")]
    [InlineData("${AWS::Partition}", 53, "us-gov-west-1")]
    public void PseudoParameters_AreFilledIn(string parameter, int room, string? region)
    {
        NameRule rule = Find("S3.Name");

        Assert.Null(rule.Fault(parameter + new string('a', room), region));
        Assert.Equal(
            "the name of a bucket has 3 to 63 characters, and this one has 64 with the pseudo parameters filled in",
            rule.Fault(parameter + new string('a', room + 1), region));
    }

    /// <summary>No text, however strange or long, makes a pattern throw or take its time.</summary>
    [Theory, MemberData(nameof(Rules))]
    public void HostileTexts_AreAnsweredFast(string key)
    {
        string[] texts = ["\0", "\uD800", "${", new string('-', 200), string.Concat(Enumerable.Repeat("a-", 127)), string.Concat(Enumerable.Repeat("a.", 120)) + "!", string.Concat(Enumerable.Repeat("a_/", 80)) + "!", new string('a', 250) + "!", new string('9', 100_000)];
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (string text in texts)
        {
            _ = Find(key).Fault(text, null);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{key} took {watch.Elapsed}.");
    }

    private static string? Fault(string key, string text) => Find(key).Fault(text, null);

    private static NameRule Find(string key) => NameRule.All.Single(pair => Key(pair.Key.Attribute, pair.Key.Argument) == key).Value;

    private static string Key(Type attribute, string argument) => $"{attribute.Name.Replace("Attribute", "", StringComparison.Ordinal)}.{argument}";
}
