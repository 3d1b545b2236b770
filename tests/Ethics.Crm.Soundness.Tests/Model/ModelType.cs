namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>The types of the model. All data is text; everything else moves it.</summary>
internal abstract record ModelType
{
    public static readonly ModelType Text = new TextType();
    public static readonly ModelType Nothing = new NothingType();
    public static readonly ModelType Number = new NumberType();
    public static readonly ModelType Builder = new BuilderType();
    public static readonly ModelType Nameless = new NamelessType();
    public static readonly ModelType Sequence = new SequenceType();
    public static readonly ModelType Texts = new ArrayType(Text);
}

internal sealed record TextType : ModelType;

internal sealed record NothingType : ModelType;

/// <summary>A number that counts or says where. No data is a number.</summary>
internal sealed record NumberType : ModelType;

/// <summary>A text that is collected.</summary>
internal sealed record BuilderType : ModelType;

/// <summary>An object of a type without name, which has two texts.</summary>
internal sealed record NamelessType : ModelType
{
    public static readonly IReadOnlyList<string> Members = ["One", "Other"];
}

/// <summary>Texts that are made when somebody asks for them.</summary>
internal sealed record SequenceType : ModelType;

/// <summary>An exception in the hands of its handler.</summary>
internal sealed record FaultType : ModelType;

/// <summary>An array of <see cref="Length"/> elements.</summary>
internal sealed record ArrayType(ModelType Element) : ModelType
{
    public const int Length = 2;
}

/// <summary>An instance of a class of the program.</summary>
internal sealed record ClassType(string Name) : ModelType;

/// <summary>An instance of some class that implements the interface.</summary>
internal sealed record InterfaceType(string Name) : ModelType;

/// <summary>A list, which is never empty.</summary>
internal sealed record ListType(ModelType Element) : ModelType;

/// <summary>A dictionary, which has every key of <see cref="Keys"/>.</summary>
internal sealed record TableType(ModelType Value) : ModelType
{
    public static readonly IReadOnlyList<string> Keys = ["a", "b"];
}

internal sealed record PairType(ModelType First, ModelType Second) : ModelType;

/// <summary>A delegate that returns text.</summary>
internal sealed record FunctionType(bool TakesText) : ModelType;

internal sealed record PromiseType(ModelType Result) : ModelType;
