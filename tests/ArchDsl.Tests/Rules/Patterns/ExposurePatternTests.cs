namespace ArchDsl.Tests.Rules.Patterns;

/// <summary>Data stores and the internet: T01, T05, T09.</summary>
public sealed class ExposurePatternTests : PatternTests
{
    [Fact]
    public Task T01_InternetToDataStore() => BadAndGood(
        "[Vpc, PublicSubnet, Rds({|ARCH1001:Public = true|}), Ingress(Cidr.Internet, 5432)] public partial class Orders;",
        "PublicSubnet, Rds({|ARCH1001:Public = true|}), Ingress(Cidr.Internet, 5432)",
        "IsolatedSubnet, Rds");

    [Fact]
    public Task T01_TwoOfThreeLegs() => BadAndGood(
        "[Vpc, PublicSubnet, Rds({|ARCH1007:Public = true|})] public partial class Orders;",
        "PublicSubnet, Rds({|ARCH1007:Public = true|})",
        "IsolatedSubnet, Rds(Public = false)");

    [Fact]
    public Task T05_TwoHopsThroughABastion() => BadAndGood(
        """
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet, Ec2("t3.micro"), {|ARCH1009:Ingress(Cidr.Internet, 22)|}, Uses<Database>, Egress(Cidr.Internet, 443)] public partial class Bastion;
            [IsolatedSubnet, Rds] public partial class Database;
        }
        """,
        "{|ARCH1009:Ingress(Cidr.Internet, 22)|}, ",
        "");

    [Fact]
    public Task T09_DataStoreInAPublicSubnet() => BadAndGood("[Vpc, PublicSubnet, {|ARCH1008:Rds|}] public partial class Orders;", "PublicSubnet", "IsolatedSubnet");
}
