using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Benchmarks.Json;

/// <summary>A list of 250 customers with three orders each: 1,000 objects, of whose 11 written members four are labelled. Everybody has consented to the newsletter.</summary>
public sealed class JsonCases : IDisposable
{
    private const int Customers = 250;
    private const int Orders = 3;

    private readonly MemoryStream _stream = new(1 << 20);
    private readonly ServiceProvider _provider;
    private readonly List<PlainCustomer> _plain;
    private readonly List<GuardedCustomer> _guarded;
    private readonly List<LabelledCustomer> _labelled;
    private readonly JsonSerializerOptions _reflecting;
    private readonly JsonSerializerOptions _asking;
    private readonly JsonSerializerOptions _generated;
    private readonly JsonSerializerOptions _generatedAsking;

    public JsonCases()
    {
        _provider = new ServiceCollection().AddLogging().AddEthicsCrm().Services.BuildServiceProvider();
        _provider.UseEthicsCrm();
        var consent = _provider.GetRequiredService<IConsentLedger>();
        for (var i = 1; i <= Customers; i++)
        {
            consent.GrantAsync(SubjectKey.Of<GuardedCustomer>(i), Purposes.Newsletter).GetAwaiter().GetResult();
            consent.GrantAsync(SubjectKey.Of<LabelledCustomer>(i), Purposes.Newsletter).GetAwaiter().GetResult();
        }

        _plain = Make(static i => new PlainCustomer { Id = i, Name = Name(i), Email = Mail(i), Phone = Phone(i), City = "Oslo", Since = Since(i), IsActive = true, Orders = PlainOrders(i) });
        _guarded = Make(static i => new GuardedCustomer { Id = i, Name = Name(i), Email = Mail(i), Phone = Phone(i), City = "Oslo", Since = Since(i), IsActive = true, Orders = GuardedOrders(i) });
        _labelled = Make(static i => new LabelledCustomer { Id = i, Name = Name(i), Email = Mail(i), Phone = Phone(i), City = "Oslo", Since = Since(i), IsActive = true, Orders = PlainOrders(i) });
        _reflecting = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        _asking = new JsonSerializerOptions().UsePurposes();
        _generated = new JsonSerializerOptions { TypeInfoResolver = MetadataContext.Default };
        _generatedAsking = new JsonSerializerOptions { TypeInfoResolver = CustomerContext.Default }.UsePurposes();
    }

    public void Dispose() => _provider.Dispose();

    public IReadOnlyList<(string Name, Func<long> Run)> All =>
    [
        (nameof(Plain), Plain),
        (nameof(GuardedWithoutModifier), GuardedWithoutModifier),
        (nameof(Guarded), Guarded),
        (nameof(GuardedForConsent), GuardedForConsent),
        (nameof(GuardedAndLeftOut), GuardedAndLeftOut),
        (nameof(Labelled), Labelled),
        (nameof(LabelledAndLeftOut), LabelledAndLeftOut),
        (nameof(PlainGenerated), PlainGenerated),
        (nameof(GuardedGenerated), GuardedGenerated),
        (nameof(PlainFastPath), PlainFastPath),
    ];

#pragma warning disable ECRM3004 // The options leave it out, which the build does not see: that is what is measured.
    private long Plain()
    {
        using (PurposeScope.Enter(Purposes.Support))
            return Write(_plain, _reflecting);
    }

    private long GuardedWithoutModifier()
    {
        using (PurposeScope.Enter(Purposes.Support))
            return Write(_guarded, _reflecting);
    }

    private long Guarded()
    {
        using (PurposeScope.Enter(Purposes.Support))
            return Write(_guarded, _asking);
    }

    private long GuardedForConsent()
    {
        using (PurposeScope.Enter(Purposes.Newsletter))
            return Write(_guarded, _asking);
    }

    private long GuardedAndLeftOut()
    {
        using (PurposeScope.Enter(Purposes.ZLate01))
            return Write(_guarded, _asking);
    }

    private long Labelled()
    {
        using (PurposeScope.Enter(Purposes.Support))
            return Write(_labelled, _asking);
    }

    private long LabelledAndLeftOut()
    {
        using (PurposeScope.Enter(Purposes.ZLate01))
            return Write(_labelled, _asking);
    }

    private long PlainGenerated()
    {
        using (PurposeScope.Enter(Purposes.Support))
            return Write(_plain, _generated);
    }

    private long GuardedGenerated()
    {
        using (PurposeScope.Enter(Purposes.Support))
            return Write(_guarded, _generatedAsking);
    }

    private long PlainFastPath()
    {
        using (PurposeScope.Enter(Purposes.Support))
        {
            _stream.SetLength(0);
            using var writer = new Utf8JsonWriter(_stream);
            JsonSerializer.Serialize(writer, _plain, CustomerContext.Default.ListPlainCustomer);
            return writer.BytesCommitted;
        }
    }

    private long Write<T>(T value, JsonSerializerOptions options)
    {
        _stream.SetLength(0);
        using var writer = new Utf8JsonWriter(_stream);
        JsonSerializer.Serialize(writer, value, options);
        return writer.BytesCommitted;
    }
#pragma warning restore ECRM3004

    private static List<T> Make<T>(Func<int, T> one) => [.. Enumerable.Range(1, Customers).Select(one)];

    private static List<PlainOrder> PlainOrders(int i) => [.. Enumerable.Range(1, Orders).Select(o => new PlainOrder { Id = o, Number = $"A-{i}-{o}", Total = i + 0.5m, Note = "leave at the door" })];

    private static List<GuardedOrder> GuardedOrders(int i) => [.. Enumerable.Range(1, Orders).Select(o => new GuardedOrder { Id = o, CustomerId = i, Number = $"A-{i}-{o}", Total = i + 0.5m, Note = "leave at the door" })];

    private static string Name(int i) => $"Person {i} of Many";

    private static string Mail(int i) => $"person{i}@fabrikam.example";

    private static string Phone(int i) => $"555-{i:0000}";

    private static DateTime Since(int i) => new DateTime(2026, 1, 1).AddDays(i);
}
