using Fabrikam.Crm.Data;
using Fabrikam.Crm.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>The sample's log has what its persistence writes; with one line more, as developers switch on, that has values.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class SensitiveLogTests
{
    private const string Warning = "The options of CrmContext have EnableSensitiveDataLogging";

    [Fact]
    public async Task Commands_AreLoggedWithoutValues()
    {
        var lines = await LinesAsync(sensitive: false);

        Assert.Contains(lines, static line => line.Contains("Parameters=[", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains("ada@example.com", StringComparison.Ordinal) || line.Contains(Warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FalseNegative_ValuesThatPersistenceIsToldToWrite_AreLogged_AndTheStartWarns()
    {
        var lines = await LinesAsync(sensitive: true);

        Assert.Contains(lines, static line => line.Contains("ada@example.com", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains(Warning, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyCollection<string>> LinesAsync(bool sensitive)
    {
        var folder = Directory.CreateTempSubdirectory("fabrikam-crm-tests-");
        var log = new LogLines();
        var app = CrmApplication.Create(["--urls", "http://127.0.0.1:0", "--database", Path.Combine(folder.FullName, "crm.db"), "--mail-provider", "http://127.0.0.1:1/"], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log).AddFilter<LogLines>("Microsoft.EntityFrameworkCore", LogLevel.Information);
            if (sensitive)
                builder.Services.ConfigureDbContext<CrmContext>(static options => options.EnableSensitiveDataLogging());
        });
        await app.StartAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        return log.Lines;
    }
}
