using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary><c>dotnet ef</c> itself, against programs without any policy file: it builds them, and starts none.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class DesignTimeTests(PackedFeed feed)
{
    private const string Version = "10.0.14";

    private const string Context =
        """

        public sealed class ShopContext : DbContext
        {
            public ShopContext(DbContextOptions<ShopContext> options) : base(options) { }
            public DbSet<Shop.Contact> Contacts => Set<Shop.Contact>();
        }
        """;

    private const string Hosted =
        """
        using Ethics.Crm;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite("Data Source=shop.db"));
        builder.Services.AddEthicsCrm().AddPurposeBinding();
        builder.Build().Run();
        """;

    private const string ByFactory =
        """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Design;

        System.Console.WriteLine("the program");

        public sealed class ShopContextFactory : IDesignTimeDbContextFactory<ShopContext>
        {
            public ShopContext CreateDbContext(string[] args) => new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseSqlite("Data Source=shop.db").Options);
        }
        """;

    [Theory, InlineData(Hosted), InlineData(ByFactory)]
    public void DotnetEf_WritesTheScript_WithoutPolicy_AndTheProgramItselfDoesNotStart(string program)
    {
        using var work = feed.NewWorkspace()
            .Project("Shop", executable: true, properties: "<NoWarn>$(NoWarn);ECRM1001;ECRM1102</NoWarn>",
                items: $"""<PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="{Version}" /><PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="{Version}" /><PackageReference Include="Microsoft.Extensions.Hosting" Version="{Version}" />""")
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", program + Context);
        work.Build("Shop").Succeeded();
        Tool.Dotnet(work.Folder, $"tool install dotnet-ef --version {Version} --tool-path tools").Succeeded();

        var told = Tool.Run(work.PathOf("tools/dotnet-ef"), work.PathOf("Shop"), "dbcontext script --no-build").Succeeded().Output;

        Assert.Contains("CREATE TABLE \"Contacts\"", told);
        Assert.Contains("\"Email\" TEXT", told);
        // The nearest opposite: the same program, started, misses its policy.
        if (program == Hosted)
            Assert.Contains("ethics.policy.json", work.Run("Shop").Failed().Output);
    }
}
