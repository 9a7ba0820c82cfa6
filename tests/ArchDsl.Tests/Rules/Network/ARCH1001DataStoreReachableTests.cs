namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1001DataStoreReachableTests : RuleTests
{
    private const string Cure = "Move it to an [IsolatedSubnet] or remove Public = true.";

    [Fact]
    public Task EveryCause_IsReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [{|#2:PublicSubnet|}]
            public partial class Public
            {
                [Rds({|#0:Public = true|})]
                [{|#1:Ingress(Cidr.Internet, 5432)|}]
                public partial class Database;
            }
        }
        """,
        [Finding($"Database is reachable from the internet: Internet -> Database:5432 (public subnet, Public = true, ingress 0.0.0.0/0). {Cure}", 0, 1, 2)]);

    [Fact]
    public Task FlatForm_IsReported() => VerifyAsync(
        "[Vpc, {|#2:PublicSubnet|}, Rds({|#0:Public = true|}), {|#1:Ingress(Cidr.Internet, 5432)|}] public partial class Orders;",
        [Finding($"Orders is reachable from the internet: Internet -> Orders:5432 (public subnet, Public = true, ingress 0.0.0.0/0). {Cure}", 0, 1, 2)]);

    [Fact]
    public Task TwoOpenIngresses_AreReported() => VerifyAsync(
        "[Vpc, {|#3:PublicSubnet|}, Rds({|#0:Public = true|}), {|#1:Ingress(\"0.0.0.0/1\", 5432)|}, {|#2:Ingress(\"128.0.0.0/1\", 5432)|}] public partial class Orders;",
        [Finding($"Orders is reachable from the internet: Internet -> Orders:5432 (public subnet, Public = true, ingress 0.0.0.0/1, 128.0.0.0/1). {Cure}", 0, 1, 2, 3)]);

    [Theory]
    [InlineData("Rds({|#0:Public = true|}), {|#1:Ingress(\"0.0.0.0/1\", 5432)|}", "5432", "0.0.0.0/1")]
    [InlineData("Rds({|#0:Public = true|}), {|#1:Ingress(\"200.0.0.0/7\", 5432)|}", "5432", "200.0.0.0/7")] // hosts all over the internet
    [InlineData("Rds({|#0:Public = true|}), {|#1:Ingress(Cidr.Internet)|}", "5432", "0.0.0.0/0")]
    [InlineData("Rds({|#0:Public = true|}), {|#1:Ingress(Cidr.Internet, 0, 65535)|}", "5432", "0.0.0.0/0")]
    [InlineData("Rds({|#0:Public = true|}), {|#1:Ingress(Cidr.Internet, 5432, 5432)|}", "5432", "0.0.0.0/0")]
    [InlineData("Rds({|#0:Public = true|}), {|#1:Ingress(Cidr.Internet, 5000, 6000)|}", "5432", "0.0.0.0/0")]
    [InlineData("Rds({|#0:Public = true|}, Port = 6000), {|#1:Ingress(Cidr.Internet, 6000)|}", "6000", "0.0.0.0/0")]
    [InlineData("Rds(Engine.MySql, \"8.0\", {|#0:Public = true|}), {|#1:Ingress(Cidr.Internet, 3306)|}", "3306", "0.0.0.0/0")]
    [InlineData("Rds({|#0:Public = true|}), Ingress(\"203.0.113.0/24\", 5432), Ingress(Cidr.Internet, 22), {|#1:Ingress(Cidr.Internet, 5432)|}", "5432", "0.0.0.0/0")]
    public Task WhateverOpensThePort_IsReported(string attributes, string port, string range) => VerifyAsync(
        $"[Vpc, {{|#2:PublicSubnet|}}, {attributes}] public partial class Orders;",
        [Finding($"Orders is reachable from the internet: Internet -> Orders:{port} (public subnet, Public = true, ingress {range}). {Cure}", 0, 1, 2)]);

    /// <summary>Closed to the one half of the internet, and open to the other.</summary>
    [Theory]
    [InlineData("Cidr.InternetIpv6", "::/0")]
    [InlineData("\"2000::/3\"", "2000::/3")]
    [InlineData("\"2A00::/12\"", "2a00::/12")]
    public Task Ipv6_IsReported(string range, string text) => VerifyAsync(
        $"[Vpc(Ipv6 = true), {{|#2:PublicSubnet|}}, Rds({{|#0:Public = true|}}), Ingress(\"203.0.113.0/24\", 5432), {{|#1:Ingress({range}, 5432)|}}] public partial class Orders;",
        [Finding($"Orders is reachable from the internet: Internet -> Orders:5432 (public subnet, Public = true, ingress {text}). {Cure}", 0, 1, 2)]);

    [Fact]
    public Task BothFamilies_AreReported() => VerifyAsync(
        "[Vpc(Ipv6 = true), {|#3:PublicSubnet|}, Rds({|#0:Public = true|}), {|#1:Ingress(Cidr.Internet, 5432)|}, {|#2:Ingress(Cidr.InternetIpv6, 5432)|}] public partial class Orders;",
        [Finding($"Orders is reachable from the internet: Internet -> Orders:5432 (public subnet, Public = true, ingress 0.0.0.0/0, ::/0). {Cure}", 0, 1, 2, 3)]);

    [Theory]
    [InlineData("Vpc(Ipv6 = true), PublicSubnet, Rds, Ingress(Cidr.InternetIpv6, 5432)")] // RDS keeps the internet from a private instance
    [InlineData("Vpc(Ipv6 = true), PrivateSubnet, Rds(Public = true), Ingress(Cidr.InternetIpv6, 5432)")] // an egress-only gateway at best
    [InlineData("Vpc(Ipv6 = true), IsolatedSubnet, Rds(Public = true), Ingress(Cidr.InternetIpv6, 5432)")] // no route
    [InlineData("Vpc(Ipv6 = true), PublicSubnet, Rds(Public = true), Ingress(Cidr.InternetIpv6, 5433)")]
    [InlineData("Vpc(Ipv6 = true), PublicSubnet, Rds(Public = true), Ingress(\"2001:db8::/32\", 5432)")] // an organisation's own
    [InlineData("Vpc(Ipv6 = true), PublicSubnet, Rds(Public = true), Ingress(\"fc00::/7\", 5432), Ingress(\"fe80::/10\", 5432)")] // nobody's on the internet
    public Task ClosedIpv6_IsNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Orders;");

    [Fact]
    public Task StagesInWhichItHolds_AreReported() => VerifyAsync(
        "[Stage(\"dev\"), Stage(\"prod\"), Vpc, {|#2:PublicSubnet|}, Rds, Rds({|#0:Public = true|}, Stage = \"dev\"), {|#1:Ingress(Cidr.Internet, 5432)|}] public partial class Orders;",
        [Finding($"Orders is reachable from the internet: Internet -> Orders:5432 (public subnet, Public = true, ingress 0.0.0.0/0). {Cure} (stage dev)", 0, 1, 2)]);

    [Theory]
    [InlineData("Vpc, PublicSubnet, Rds, Ingress(Cidr.Internet, 5432)")] // no public address
    [InlineData("Vpc, PublicSubnet, Rds(Public = false), Ingress(Cidr.Internet, 5432)")]
    [InlineData("Vpc, PublicSubnet, Rds(Public = true)")] // nobody is admitted
    [InlineData("Vpc, IsolatedSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)")] // no route
    [InlineData("Vpc, PrivateSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)")]
    [InlineData("Vpc, PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5433)")] // another port
    [InlineData("Vpc, PublicSubnet, Rds(Public = true, Port = 6000), Ingress(Cidr.Internet, 5432)")]
    [InlineData("Vpc, PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 0, 5431), Ingress(Cidr.Internet, 5433, 65535)")]
    [InlineData("Vpc, PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432, Protocol = Protocol.Udp)")]
    [InlineData("Vpc, PublicSubnet, Rds(Public = true), Ingress(\"203.0.113.0/24\", 5432), Ingress(\"10.0.0.0/8\", 5432)")] // not the internet
    [InlineData("Vpc, PublicSubnet, Rds(Public = true), Egress(Cidr.Internet)")]
    [InlineData("Vpc, PublicSubnet, ElastiCache, Ingress(Cidr.Internet)")] // never has a public address
    public Task AnyCauseMissing_IsNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Orders;");

    [Fact]
    public Task UsersInTheNetwork_AreNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Rds(Public = true)] public partial class Database;
            [Fargate(Image = "i"), Uses<Database>] public partial class Api;
            [Certificate("example.com")] public partial class Tls;
            [Alb, HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
        }
        """);
}
