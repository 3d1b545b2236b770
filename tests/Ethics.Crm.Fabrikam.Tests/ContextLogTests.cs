using Fabrikam.Crm.Data;
using Fabrikam.Crm.Domain;
using Fabrikam.Crm.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>Everything that persistence tells names its context. A provider that keeps values as structures goes through the context's sets, which are queries, and writes down everybody there is.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContextLogTests : IAsyncLifetime
{
    private readonly Kept _kept = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("fabrikam-crm-tests-").FullName;
    private readonly WebApplication _app;
    private readonly IServiceScope _scope;
    private readonly ILogger _logger;

    public ContextLogTests()
    {
        _app = CrmApplication.Create(["--urls", "http://127.0.0.1:0", "--database", Path.Combine(_folder, "crm.db")], builder => builder.Logging.ClearProviders().AddProvider(_kept));
        _scope = _app.Services.CreateScope();
        _logger = _app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Kept");
    }

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync()
    {
        _scope.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public static TheoryData<string> Answers => ["entry", "entries", "tracker", "context", "member", "data of an exception", "arguments of an event"];

    [Theory, MemberData(nameof(Answers))]
    public async Task WhatLeadsToTheContext_IsNoObjectForTheLog_UnlessTheContextHoldsNobody(string answer)
    {
        var people = _scope.ServiceProvider.GetRequiredService<CrmContext>();
        _logger.LogWarning("Seen {@Value}", Answer(answer, people, people.Entry(await people.Campaigns.FirstAsync())));
        var shown = Assert.IsType<string>(Assert.Single(_kept.Values));
        // An entry of an object without labels still says which.
        Assert.Equal(answer == "entry", shown.StartsWith("Campaign {Id: 1}", StringComparison.Ordinal));

        await using var nobody = Nobody();
        var entry = nobody.Attach(new Campaign { Id = 1, Subject = "public", Purpose = "", Channel = default });
        var plain = Answer(answer, nobody, entry);
        _logger.LogWarning("Seen {@Value}", plain);
        Assert.Same(plain, _kept.Values[1]);
    }

    [Fact]
    public async Task ExceptionOfAnEntry_KeepsItsTextAndTrace_AndLeadsToNoContext_UnlessTheContextHoldsNobody()
    {
        var people = _scope.ServiceProvider.GetRequiredService<CrmContext>();
        people.Add(new Campaign { Id = 77, Subject = null!, Purpose = "", Channel = default });
        var thrown = await Assert.ThrowsAsync<DbUpdateException>(() => people.SaveChangesAsync());
        _logger.LogError(thrown, "Failed");
        var seen = Assert.Single(_kept.Errors);
        Assert.Equal((thrown.ToString(), thrown.Message, thrown.StackTrace), (seen.ToString(), seen.Message, seen.StackTrace));
        Assert.Same(thrown.InnerException, seen.InnerException);
        Assert.Null(seen.GetType().GetProperty(nameof(DbUpdateException.Entries)));

        await using var nobody = Nobody();
        await nobody.Database.OpenConnectionAsync();
        await nobody.Database.EnsureCreatedAsync();
        nobody.Add(new Campaign { Id = 77, Subject = null!, Purpose = "", Channel = default });
        var plain = await Assert.ThrowsAsync<DbUpdateException>(() => nobody.SaveChangesAsync());
        _logger.LogError(plain, "Failed");
        Assert.Same(plain, _kept.Errors[1]);
    }

    private static object Answer(string answer, DbContext context, EntityEntry entry) => answer switch
    {
        "entry" => entry,
        "entries" => context.ChangeTracker.Entries().ToList(),
        "tracker" => context.ChangeTracker,
        "context" => context,
        "member" => entry.Property("Subject"),
        "data of an exception" => new InvalidOperationException { Data = { ["a"] = entry } },
        _ => Tracked(context),
    };

    private static EntityTrackedEventArgs Tracked(DbContext context)
    {
        EntityTrackedEventArgs? told = null;
        context.ChangeTracker.Tracked += (_, e) => told = e;
        context.Add(new Campaign { Id = 99, Subject = "public", Purpose = "", Channel = default });
        return told!;
    }

    private static NobodyContext Nobody() => new(new DbContextOptionsBuilder<NobodyContext>().UseSqlite("Data Source=:memory:").Options);

    private sealed class NobodyContext(DbContextOptions<NobodyContext> options) : DbContext(options)
    {
        public DbSet<Campaign> Campaigns => Set<Campaign>();
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public List<object?> Values { get; } = [];

        public List<Exception> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => categoryName == "Kept" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
                Errors.Add(exception);
            else
                Values.Add(((IReadOnlyList<KeyValuePair<string, object?>>)state!)[0].Value);
        }

        public void Dispose()
        {
        }
    }
}
