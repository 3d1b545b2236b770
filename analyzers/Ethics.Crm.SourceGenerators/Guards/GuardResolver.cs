using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Ethics.Crm.SourceGenerators.Pipeline;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>Asks the policy which of the candidates are labelled, and what it permits for them.</summary>
internal sealed class GuardResolver
{
    private readonly ParsedPolicy _policy;
    private readonly PolicyConstants _constants;

    public GuardResolver(ParsedPolicy policy)
    {
        _policy = policy;
        _constants = new(policy.Document);
    }

    /// <summary>Null when nothing in the type is labelled: such partial properties are none of our business.</summary>
    public GuardedType? Resolve(GuardCandidates candidates, bool guard)
    {
        var properties = candidates.Properties.Select(Resolve).Where(property => property is not null).Select(property => property!).ToEquatableArray();
        if (properties.Count == 0)
            return null;

        var people = candidates.Subject.People.Select(person => person with { Member = Resolve(person.Member) }).ToEquatableArray();
        var tenant = candidates.Subject.Tenant is { } member ? Resolve(member) : null;
        return new(Resolve(candidates.Type), new(people, tenant), properties, guard);
    }

    // Labels stay on an id exactly when it is guarded, which is all that the emitter asks.
    private SubjectMember Resolve(SubjectMember member) => member with { Labels = LabelsOf(member.Labels) };

    // The same of what a record prints.
    private TypeShape Resolve(TypeShape type) => type.Record is not { } record
        ? type
        : type with { Record = record with { Members = record.Members.Select(member => member with { Labels = LabelsOf(member.Labels) }).ToEquatableArray() } };

    private GuardedProperty? Resolve(PropertyShape shape)
    {
        var labels = LabelsOf(shape.Labels);
        if (labels.Count == 0)
            return null;

        // Without a policy, and with one that has errors, nothing is permitted.
        if (_policy.Table is not { } table)
            return new(shape with { Origin = Resolve(shape.Origin) }, EquatableArray<string>.Empty, EquatableArray<string>.Empty, EquatableArray<string>.Empty, labels);

        var judged = labels.SelectMany(label => table.ResolveLabels(ToSource(label))).ToArray();
        var permitted = table.Purposes.Where(purpose => judged.All(label => table.Judge(label, purpose).IsPermitted)).ToEquatableArray();
        var withoutPerson = permitted.Where(purpose => !PolicyTable.NeedsPerson(table.Document.Purposes[purpose]) && !AsksOrigin(table, shape.Origin, purpose)).ToEquatableArray();
        return new(shape with { Origin = Resolve(shape.Origin) }, permitted, withoutPerson, table.Purposes.ToEquatableArray(), labels);
    }

    private OriginShape? Resolve(OriginShape? origin) => origin?.Time is { } time ? origin with { Time = Resolve(time) } : origin;

    // How old the data is, and what the person has been told, is known where an application runs.
    private static bool AsksOrigin(PolicyTable table, OriginShape? origin, string purpose) => origin is not null && table.AsksOrigin(origin.TellsAge, [.. origin.Sources], purpose);

    private EquatableArray<LabelShape> LabelsOf(EquatableArray<LabelShape> shapes) => shapes.Select(WithNames).Where(IsLabel).ToEquatableArray();

    private bool IsLabel(LabelShape label) =>
        label.Category is not null || label.CollectedFor is not null || _policy.Table?.ResolveLabels(ToSource(label)) is { Count: > 0 };

    private LabelShape WithNames(LabelShape shape) => shape with
    {
        Category = shape.Category is null ? null : DeferredConstants.Resolve(shape.Category, _constants),
        CollectedFor = shape.CollectedFor?
            .Select(purpose => DeferredConstants.Resolve(purpose, _constants))
            .Where(purpose => !string.IsNullOrWhiteSpace(purpose))
            .Select(purpose => purpose!)
            .ToEquatableArray(),
    };

    private static LabelSource ToSource(LabelShape label) => new(label.Member, label.Category, label.CollectedFor?.ToArray(), label.Attributes.ToArray());
}
