"""The invented documents: 临湖县, 江南市, 示例省 exist nowhere."""
