using Fabrikam.Crm.Data;
using Fabrikam.Crm.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>What persistence tells of an object that it keeps track of, handed to a logger.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class EntryLogTests
{
    [Fact]
    public async Task EntryOfALabelledObject_IsRedacted_AlsoInAnException_OneOfAnotherIsNot()
    {
        var folder = Directory.CreateTempSubdirectory("fabrikam-crm-tests-");
        var log = new LogLines();
        await using var app = CrmApplication.Create(["--urls", "http://127.0.0.1:0", "--database", Path.Combine(folder.FullName, "crm.db")], builder => builder.Logging.ClearProviders().AddProvider(log));
        await app.StartAsync();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Fabrikam");
        using (var scope = app.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CrmContext>();
            await db.Contacts.FirstAsync();
            var contact = db.ChangeTracker.Entries().Single();
            logger.LogInformation("Entry {@Entry}", contact);
            logger.LogInformation("Failure {@Failure}", new DbUpdateException("", [contact]));
            db.ChangeTracker.Clear();
            await db.Campaigns.FirstAsync();
            logger.LogInformation("Other {@Entry}", db.ChangeTracker.Entries().Single());
        }

        await app.StopAsync();
        Assert.Contains("Entry [EntityEntry: redacted]", log.Lines);
        Assert.Contains("Failure [DbUpdateException: redacted]", log.Lines);
        Assert.Contains(log.Lines, static line => line.StartsWith("Other Campaign {Id: 1}", StringComparison.Ordinal));
    }
}
