"""What the trained networks of ``keras.applications`` want to see."""

from __future__ import annotations

CAFFE, SIGNED, TORCH, RAW = "its own preprocess_input", "-1 to 1", "numbers around 0", "0 to 255"
WANTED = {
    "vgg16": CAFFE, "vgg19": CAFFE, "resnet": CAFFE, "resnet50": CAFFE,
    "mobilenet": SIGNED, "mobilenet_v2": SIGNED, "inception_v3": SIGNED, "xception": SIGNED,
    "inception_resnet_v2": SIGNED, "nasnet": SIGNED, "resnet_v2": SIGNED, "densenet": TORCH,
    "efficientnet": RAW, "efficientnet_v2": RAW, "mobilenet_v3": RAW, "convnext": RAW,
}  # fmt: skip
"""What each module of ``keras.applications`` makes of pixels; its networks want just that."""
_MODULES = (
    ("MobileNetV3", "mobilenet_v3"), ("MobileNetV2", "mobilenet_v2"), ("MobileNet", "mobilenet"), ("VGG16", "vgg16"),
    ("VGG19", "vgg19"), ("InceptionV3", "inception_v3"), ("InceptionResNetV2", "inception_resnet_v2"),
    ("Xception", "xception"), ("NASNet", "nasnet"), ("DenseNet", "densenet"), ("EfficientNetV2", "efficientnet_v2"),
    ("EfficientNet", "efficientnet"), ("ConvNeXt", "convnext"),
)  # fmt: skip
_USUAL = 224
_SIDES: dict[str, tuple[int, ...]] = {
    "MobileNet": (128, 160, 192, 224), "MobileNetV2": (96, 128, 160, 192, 224),
    "InceptionV3": (299,), "InceptionResNetV2": (299,), "Xception": (299,), "NASNetLarge": (331,),
    "EfficientNetB1": (240,), "EfficientNetB2": (260,), "EfficientNetB3": (300,), "EfficientNetB4": (380,),
    "EfficientNetB5": (456,), "EfficientNetB6": (528,), "EfficientNetB7": (600,), "EfficientNetV2B1": (240,),
    "EfficientNetV2B2": (260,), "EfficientNetV2B3": (300,), "EfficientNetV2S": (384,), "EfficientNetV2M": (480,),
    "EfficientNetV2L": (480,), "MobileNetV3Small": (), "MobileNetV3Large": (),
}  # fmt: skip
_WITHOUT_BATCH_NORM = frozenset({"", "vgg16", "vgg19", "convnext"})
INITIALS = frozenset({"R", *(start[0] for start, _ in _MODULES)})
"""The letters with which the names of networks begin."""


def module_of(network: str) -> str:
    """The module of a network, by the name of its class; empty for anything else."""
    if network.startswith("ResNet"):
        return "resnet_v2" if network.endswith("V2") else "resnet"
    return next((module for start, module in _MODULES if network.startswith(start)), "")


def has_batch_norm(network: str) -> bool:
    """Whether a network has batch norm, by the name of its class."""
    return module_of(network) not in _WITHOUT_BATCH_NORM


def sides_with_top(network: str) -> tuple[int, ...]:
    """How wide the images may be for a network with its head of ImageNet; empty if of any width."""
    return _SIDES.get(network, (_USUAL,))
